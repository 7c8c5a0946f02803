/** The extended family whose papers these are. All of it is invented. */
export const people = {
  asha: { name: 'Asha Rao', birth: '1984-08-22' },
  vikram: { name: 'Vikram Rao', birth: '1981-03-14' },
  kabir: { name: 'Kabir Rao', birth: '2012-11-09' },
  meera: { name: 'Meera Rao', birth: '2024-02-03' },
  suresh: { name: 'Suresh Rao', birth: '1951-06-30' },
  kamala: { name: 'Kamala Rao', birth: '1955-01-12' },
  priya: { name: 'Priya Fernandes-Miller', birth: '1988-05-27' },
  daniel: { name: 'Daniel Miller', birth: '1986-12-02' },
  leo: { name: 'Leo Fernandes-Miller', birth: '2021-09-18' },
  rohan: { name: 'Rohan Fernandes', birth: '1990-07-04' },
} as const;

export const homes = {
  bengaluru: 'Flat 402, Gulmohar Residency, 14th Cross, Jayanagar 4th Block, Bengaluru 560011, Karnataka',
  parents: 'No. 27, 3rd Main Road, Malleshwaram, Bengaluru 560003, Karnataka',
  london: '18 Calder Road, Walthamstow, London E17 4PQ',
  austin: '2209 Bluebonnet Lane, Apt 6, Austin, TX 78704',
} as const;
