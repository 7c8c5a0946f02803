export const DocumentPage = () => <h1 className="p-6 text-2xl font-semibold">DocumentPage</h1>;
