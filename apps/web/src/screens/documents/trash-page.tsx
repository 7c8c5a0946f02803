export const TrashPage = () => <h1 className="p-6 text-2xl font-semibold">TrashPage</h1>;
