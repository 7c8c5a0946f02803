export const Home = () => <h1 className="p-6 text-2xl font-semibold">Home</h1>;
