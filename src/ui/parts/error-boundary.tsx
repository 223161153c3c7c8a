import { Component } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** What stands in the place of the part that failed. */
  readonly fallback: (error: Error, retry: () => void) => ReactNode;
  readonly children: ReactNode;
}

/**
 * Keeps one broken part from taking the page with it, and shows what broke. A class because React offers no other way
 * to catch an error while rendering.
 */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return this.props.fallback(error, () => {
      this.setState({ error: null });
    });
  }
}
