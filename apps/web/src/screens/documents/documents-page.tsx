export const DocumentsPage = () => <h1 className="p-6 text-2xl font-semibold">DocumentsPage</h1>;
