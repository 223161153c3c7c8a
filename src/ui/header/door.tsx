import { Icon, type IconName } from '../parts/icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onPress: () => void;
}

/** The way to another part of the page; where the header is full it is its picture alone. */
export function Door({ icon, name, isOpen, onPress }: Props) {
  return (
    <button type="button" className="button header-door" aria-pressed={isOpen} aria-label={name} title={name} onClick={onPress}>
      <Icon name={icon} />
      <span className="door-text">{name}</span>
    </button>
  );
}
