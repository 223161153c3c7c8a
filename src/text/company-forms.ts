/** Legal forms that end a company's name, longest first; ledgers and documents mix them freely. */
export const COMPANY_FORMS = ['有限责任公司', '股份有限公司', '有限公司'] as const;
