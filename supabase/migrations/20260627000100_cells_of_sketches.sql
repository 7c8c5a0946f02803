-- A search by meaning measured every passage of its owner, and so grew with them. The signs of the packaged encoder fall into 128
-- cells (k-means over 9,300 passages of household papers, manuals and dictionary entries, the same for everybody, so that they
-- tell nothing of anybody). Of who has outgrown measuring all, only passages in the 48 cells nearest to the query are measured.
-- Recall@10 against exact: 18,658 passages, 113 queries, all measured 0.991, 48 cells 0.982.
create table private.sketch_cells (
  model text not null,
  cell smallint not null check (cell > 0),
  sketch bit(512) not null,
  primary key (model, cell)
);
comment on table private.sketch_cells is 'Middles of the cells into which the sketches of a model fall; a model without any has all its passages in cell 0.';

-- The cell of a sketch: that of the nearest middle.
create function private.cell_of(model_name text, signs bit) returns smallint
  language sql stable set search_path = ''
as $$
  select coalesce((select c.cell from private.sketch_cells c where c.model = model_name order by c.sketch operator(extensions.<~>) signs, c.cell limit 1), 0::smallint)
$$;

insert into private.sketch_cells (model, cell, sketch) values
  ('use-lite-en/1', 1, x'1cf1366532fdb350e467554116b5cca62032f4cfb257e7dfe5c35eaaa7fb5e40057276634e1cbc684923325e91c4107564f86cd8a30d2517ccba5384622b25b2'),
  ('use-lite-en/1', 2, x'1c9150f3b1acd721f807bdf91090e4a3e01fcc6efa7572d96db45a20167d6e2937c285006cbd79ca749fdcddd0d69a6d65fc77fa818a31deded8d3ac26493e11'),
  ('use-lite-en/1', 3, x'50b13a53b475f0e17d6f147516906ca3e8430c8a6ac772d7cf66521d5559fd093df2b07b44bdf00869274e7f90ab19fd42fc50c3fd48b19fd49a52f90a653118'),
  ('use-lite-en/1', 4, x'64f124d2a56ff2e03ac754f91796f681cc13526e2e43b1d7c9625a2cce794e2b9dd6b263c6fdb82d6c2f5377908299f000346ddbb2c235bffefbd28d924bbc7c'),
  ('use-lite-en/1', 5, x'2440377ea0f5f960e48f049960656e85a443a06fe2453ad16c62527ab7fb762034445471d6903f28c82771749a889975203a58cae3e42573ccaa72c9807f2d3a'),
  ('use-lite-en/1', 6, x'3a1052f3b1add461a805b5f90496a435a01ff46af2757af92ef75a60b5f96301794085106e95394a56d6daddd0d49a7d6dfc7abaa180715adcd853b822692a50'),
  ('use-lite-en/1', 7, x'4cf17f52a2edf3e13ccf54c532f6ce448453c64ebc57f7d3c9e75a24827b16211de79647deb5b96c74275777a8c204f184b864cabaa23377dcbbd389a24f2d3a'),
  ('use-lite-en/1', 8, x'7ab17a72b0bfb255ed6794c823968427a053e8e7a0577eddfc664e2a6379bc00786156734eddb949c027d475b0a3887584b876caa3412177ccbad2a9a04f2530'),
  ('use-lite-en/1', 9, x'3c155493b52cf811284707f910143975a09fec3aebf572796ff3426017796f01b34295104cd519ca6ed2ded552da9841c15e73abe38634daa84053a82643e813'),
  ('use-lite-en/1', 10, x'78b5634232fdb1e43f67c444019cbc26e833684ff8c776dd7da2c22a63693e209464f7714e9cbc2908a65e7792e699f420b874daf3866717c2fa539b005f35b2'),
  ('use-lite-en/1', 11, x'18755217b1adbd201847ddf90490cdf6a41be46ea8755ed92dff5ab8b2fd0761b3608600ee9d394c35170ad5d29a9855c0fc73b8aba0155edcd95bbc26637892'),
  ('use-lite-en/1', 12, x'38f552b7b1ade5713847d5f50690dc37a41be46aba751e996dbb5a28b7fb8f21b3628240eebd3948b4835adcd0d6887564fe56f8e380315edee353ac226b7a52'),
  ('use-lite-en/1', 13, x'28b17a53e2edf3647cefc4653392a406a453606eba557ed1dde75e262179fe29b86253415eddb969682356f702da0875e4385ccab2466376ceba52bd004721b3'),
  ('use-lite-en/1', 14, x'38f557f39129e7653a6707f506943825883724aae2e736916d225a68353f390991629450ccf7390948b37edd52de887544f672bbe784715adefa52b822433952'),
  ('use-lite-en/1', 15, x'3c555493b1e4db213807a5f910942d31a01fe42efbf572f96ff34ae0377967093142c5102cdd59ca7c0fde9dd2d09d71e0bc7beaa18635dacac85bac224baa13'),
  ('use-lite-en/1', 16, x'39545a62b020dd414de796fd35970825685b90a2e9f7b475cecb567c7dffb40bb160455364dda502c0a779d5f2cb9c55d6947afa0fceeedbe66a7a66264c6558'),
  ('use-lite-en/1', 17, x'7cb507c231a8f3e535e795ed111c1820e07fa4a6e8f372f5ef82525e757f3409b073055bccdd8d08c8067e55f2cf9855c6dc669a67eef4dbceeb522a224f2570'),
  ('use-lite-en/1', 18, x'78f13b73b0fdf3643d6504f91190ec25e85340ceb26772d747c2d62e6179ac0151f2d37356b5ad296ba772fe90c51ae586b874fae14c63dbd6fa52a02a6d2198'),
  ('use-lite-en/1', 19, x'5cd16a42e6fdf1e5bd67c444229a8c26e813200fbc467edff9a6ca2ea36bfe20bc8ad2515efdbc693823d67782d080f5e8b87cdaf3442376ccba53b9484f65b3'),
  ('use-lite-en/1', 20, x'48b12be23274e4e1282556f406946b63c077827ab2c9a8d3a2025b21cc79e72b5d5eb43376fdb02e7a7fc31f10c28b78009664eb3692359b9e4953dd9603b2b1'),
  ('use-lite-en/1', 21, x'50a43d5632fce3e13e6744c513dcc523c0538c59ee4776db45aa582b8f7b7e217732b0615ebdbc6858e35b7630f31b7d65f875c3b98427d7a2f953b9106fb536'),
  ('use-lite-en/1', 22, x'1cf151b391edb365396785e50214ae25e01362eee26776b0ecc0ca62216dbd69b144d5d58efd39218387fadde2c8087548bc74fa3fc5655bdeda5aa8a2423d70'),
  ('use-lite-en/1', 23, x'40a0aba230eff2e1686556b007b0be23e8134e2fb2c372d326a7dd23dc59fe0014cc95414ebdbd69ba82d47e12d61ff0219c74fb51c221db9ed253988071ba11'),
  ('use-lite-en/1', 24, x'3c9151b3912df7613a47c5f500922823a81fc82eea757e9c6df34a72b03d7d211d4a9d504cf739496e935cdc50c28875e57e7abba384711afad853ba224ba853'),
  ('use-lite-en/1', 25, x'1c3450d3b1adbd7138079df90090eca3a41f406eea755ef92dfa4a2ab77d2f41b74281104edd3969748fdeddd090886541fc77faa1a4355ed8c95bb8246bec15'),
  ('use-lite-en/1', 26, x'48f16762a2fdf1e13e67d4c512b6ee06ac13f24ebe477e9d6da2da2aaa7b9e009d42f6415ef5b86cf8e7565782c608710cb874d8b2862573dcba539d226f61b2'),
  ('use-lite-en/1', 27, x'f4e55373b168ff417d6717bd11143825e81fe4a2e0f772f5cf8a567c453b6c013162057144f58908c9935ad5f0cf08d5c65c72bb248ce4dbe67b5a6a2a4f2558'),
  ('use-lite-en/1', 28, x'40f06f6232fde4e1246556b40694cb73cc779e61a6cbe0d70606592bcc59ef0995ccb00b56fd382c59af421f10e21979253845fff682a11b8cd9535c9607f2b1'),
  ('use-lite-en/1', 29, x'1c9150dfa1afd975a805a5f9049f8c23a04fecaef27d767d6d764e62b7596a207c42c0726cd4794b446edcf5d2b8cc6dcfdc52bae38135da989852a82a4ba910'),
  ('use-lite-en/1', 30, x'58313372b139a354f94796ac11343827e83748a6e277f8f4ef42c262677f24033861647524fdbd288807de5ff2c518c5549c76d221f775dfeeea5a42a2632154'),
  ('use-lite-en/1', 31, x'1c903353f6fff3743f6fc564179aac23e84368ccac677edfeda64e1abb4bbe283d4252710cfcfd296823567780dc88f546f874fab3c4a717c8fa52a8485fa5b0'),
  ('use-lite-en/1', 32, x'4cf12fe2b272eaa07c6714f536e06823a8634c2e224172932c86d32bded9bf29555e346bc4bdb409e9674b5f109a0b5d609654dbfca0b9b7d06b42d99a27b25a'),
  ('use-lite-en/1', 33, x'70b44bc2326cf0e1246516f424901a60a813fe0feae372f32e87d02cc779f689b2cb85117e9c916cd8135c5652c01c79c59e46badb6ee55acad053288a6471b1'),
  ('use-lite-en/1', 34, x'74f56652b2fda7f12f6747e1429cc420c873aa4ea2517edfeba6420ea76bee29b91a72435e9cbd295a275e7790c192fcc0b845cbf3d67137aafa5399686fa134'),
  ('use-lite-en/1', 35, x'58f56fc632efe7a12c6554f53694de42a853ca4efa417793c127db6ccef9d62998d2b643ce9c9d6c5a4e567612d61ff8c59e44cbfaa231dfdeb3d3d8a26fb139'),
  ('use-lite-en/1', 36, x'70e566d5b67cb4f02c4f574526bbc822e8922a8ba25777df48b65aaf9e79be009d62b05bd29cb8692fb74e7711b39bfd60f867dbba442597a4eb53d11a0f33bb'),
  ('use-lite-en/1', 37, x'34e5c1f1317cf94024cfd7f030528a21b083e82bfae532586b36da6f547d3d81b46a9559449d19a20a92fe75708a98fdd11c56b178c4b4faf61a53669e2ba293'),
  ('use-lite-en/1', 38, x'1c91529391add565b847edf900900c31a05fe44aba557a996fb15a22a5792e2935c0c6d46e95396d368fdaddd0d48e756dbc7afab180315eded053bc2249be52'),
  ('use-lite-en/1', 39, x'85b4a3d2b7e8ede0ec6f17d405bc5a05e8d789fbebfd725be986df4805797c0b3356147dccb585224e33cf16d0ce9ddd665876bb376cac1b827a720ecc5bbd32'),
  ('use-lite-en/1', 40, x'1cf07246f6ede5e03d65c5c50694cc26a05344cfbe4d769fe5865a22a15b4e2017d2d641cebcbd6919a3f67e00de12fd64f854fab344331fcefa539c486b3eb2'),
  ('use-lite-en/1', 41, x'1c155493a1acfb3138079df910949933e01fc42eea7576796dfa4a60377d2f093242c5102cdd79ca64cfdeddd2d0986161dc7bbaa38635da9ac853a8264be811'),
  ('use-lite-en/1', 42, x'1cb450d3b0acf871384795f914909ca3e01fcceae2e536dd6d9e4a60967d6f09b1528558ecdd59eace97faf5d09a887d45dc56b8ef8035dad89ad2682e6b6913'),
  ('use-lite-en/1', 43, x'40b12be222e6e0e1282514f03794ee23e057de7db2c1f2d326065b21ee7bee2b175eb46346fdb12c7a2f535e12c6937800bc44fbb782359fded8539c8063b2b1'),
  ('use-lite-en/1', 44, x'3c9150d3b1ace47138079df51090cca7a01fc46efa7552d96df84a22367d2729334285106cdd394a64dfdaddd09688656dbc7fbaa180115edad853bc206b3c55'),
  ('use-lite-en/1', 45, x'18b13b42f2efe1653f67d4c41290ac23a813e24ebe47769ded225a2aa37bbe29bd40c2415efdb8692827567f80d408f54cb874dab1c02137dcfad3b90047b5f2'),
  ('use-lite-en/1', 46, x'50b52fc632eee1a1286554b41410de22e843ce2ef2c172d34f275929c679ee299edeb2475e9cbd6c5a0e507612d49e7881be45dbd3e271df9ad253980045b031'),
  ('use-lite-en/1', 47, x'98b51ac2b2ede1e13e6755f504d64c03a453fc4eba457e990fa6da2aa17bee2991429449cebdb9687a63cede10d6187961f854faf880217bdef253fc0863f372'),
  ('use-lite-en/1', 48, x'98e4727391e5f5642c6fc7f110d02e31ac13602a3ac77af0ef235a28a1f9b481314015d14efdbd691903fcde00ce0ef5617c70fbb8e0a1bbd4ea53fe2a457e52'),
  ('use-lite-en/1', 49, x'c4f1605eb77ff560304556c5574eea41a413801f3e5dec9508e2da08c6698c09bd48b27756953c24fe6ff275108298b801b04fcbf86025d3ce925bd4ea2f30bf'),
  ('use-lite-en/1', 50, x'1c915177a0acc9216825a5b930f485a1e0f74c36eb7d7e5d654b562237df6709736094706cd77dcbce4edc95f2989a69451c72ba8728349a88095a2c1e63ab12'),
  ('use-lite-en/1', 51, x'3c5512f2b124d965bd2f95f5345c0cb3003bfcaeeaf17cf1ec4a5af275ff358931e245712cfdb1084067f7d4d2fc98d5f6bc6af2a7cd755aeeaa52aa04772451'),
  ('use-lite-en/1', 52, x'50d52fc232edf1a12c651cf53014de22a853de0ffae336d36fa7d81ccf79d62990c3d7437e9cbd6cda42d45612dc1ef8c5bc449bdba231d7dcf2d3b92067213b'),
  ('use-lite-en/1', 53, x'c0f06656b6fdb3f02f6f4544018988048c1322ceb45777dd68a6daaca1e9fe281c7eb2435ab4b86568a37e7f81c29bf528f964faf24423b6bafbd3914a0fb5b8'),
  ('use-lite-en/1', 54, x'14d4cff130fef2d138e79dd174d08c219cc3eceb92e7329def1ed57104ef7d89b57a9549ccf199868ab35ef530ca18fdd31c56902ec2b0dad40bd3667647275a'),
  ('use-lite-en/1', 55, x'50e42d533264e3e16c6f54e506dcf823c843ca0ae2c772db6d6ede2d9c7b7f211562b0694ebcbd291fe30a7610f51ffd65f855f138842597f0fa42d01a07b372'),
  ('use-lite-en/1', 56, x'c0b12fc63276e0a1282514f40650de23c0778a7ab289b2d3ce025b29c8f9e729975eb4b77eb5992e7a6fd31610d61b7800be44eb76e2359f9ec0d3d89103b273'),
  ('use-lite-en/1', 57, x'1c9154d2b52cfc31a8079df9109408b3e01fec7eebf57a7d6df35a60167d6709b75285104cdd594e7cdfd8ddd2d48c7965dc7bbaa386355adac053ac264bec11'),
  ('use-lite-en/1', 58, x'c0a12ed6b6f6e3f1284554f135f2cfa3c4c7c07f3e4132d7cd025f29c4f9ce2bdd56b0f7c6d59d2c7e6f537510c21ff8213c44cbfae035b7d8aa53d1d205b63b'),
  ('use-lite-en/1', 59, x'387552b3b1acfd613847d5f504944cb3a41fe46eba755ed96ffb5aa8b3790761b1628610eebd194c350f5eddd29e9875c0fc76fae1a4355eded953bc266b7a13'),
  ('use-lite-en/1', 60, x'1c91569391acc775b805edf100968c33a85fe46afa757ab969b14a60b579262937d2c7106ed5394e76dedaddd0d48e7d6dfc5afab184315edec053ac264bbe52'),
  ('use-lite-en/1', 61, x'58f16e6222edb141246556d413b0ae00ec13ee64a643f6f3a4a7dc26ea59de01be59f57356fd3d6db0a3107e02c09e7185bc64fab3c201dfceba538c8062f434'),
  ('use-lite-en/1', 62, x'1c0152d7b1aedd40a84595f110b28c83a43ed42eea715fd96d9b52ea377f5f08b75205306c9e394a64535ad4d2dc88796cdc5ffae180355efad053ac226bec11'),
  ('use-lite-en/1', 63, x'78351b73b038f3553f6795bd11163c25685fc48ae2f77af5ceca52626d7fe4017172457764f5a908881756ddf2c708c5c69c72faadc473dbdea95a622a4d2158'),
  ('use-lite-en/1', 64, x'1c1150d2a18cdf41a805a5f910948c33a01f542afa7576f96df95a20b7796e0937c0c4006cfc79ce74cede9dc2d4de796d9c5efa818035de98c1d3ac2e49af13'),
  ('use-lite-en/1', 65, x'389156d391adf7613847d5f110901c27ac1fe44aba75769d6df35a6ab1392f69355297544ed5394d6c975addd0c68a7541fc7ebbb384715eded853b8226bad52'),
  ('use-lite-en/1', 66, x'1c1150d3b58cd555b807bdf91090ec33e01f446eea7552f92df84a20b77d2f293f42c5106cdd794a74dfdeddd2948a6545dc7fbaa180155ed8d853a8264bec11'),
  ('use-lite-en/1', 67, x'64c1704aa1edf260b8c514f832b1e623e81b5aa7be6772b36ca25e3ac7597c0315c3946346b4bd28b483547cb28e9ae510fc74dba34b219feefb5a8c884b7b10'),
  ('use-lite-en/1', 68, x'3c3152f3a5acff11a84795f910900ca3a03f542eea755ef96dba5228b75d67697d42c0306c9c394a64de5c94d09c8c61459c5efa8380555a98d852ac2a4ba811'),
  ('use-lite-en/1', 69, x'3cf059d3b0adc375396595a115b294a76013cea7eaf7369ded8e4f62625fac0839d08359ecfc3d2ac4875af5d2ff88fd549c70bae3c433dedefa5280204bed10'),
  ('use-lite-en/1', 70, x'4ce17322a2fde1c07c6506d533b02f23e4134a6eae4576d32c02da3beb7bbe29145cf4615efdbd297827f57e22cc09f160b854dab0a225f7ecba53998267b532'),
  ('use-lite-en/1', 71, x'48e19fe031ffa6d1ea6f14c107a5f343ec1b6a4da65163db68f71aee9e7b96237642b6624ebdb84a5b225efe11c21bd4a5b8668328832597bc91d399a00bb975'),
  ('use-lite-en/1', 72, x'f0a11bfb3567bb71786f14fd26f1ec83e8432c2baa4572dd4c6212acb65956803d46917bce9db029ad27477690ba8df505fe40cbf3672d13c4fa5a81c83f3915'),
  ('use-lite-en/1', 73, x'c0a12e7237ffa3e0204514d51394cea08c53d60d2a43a2d4cd425a08e77dee29946bb3535eddbc2c5daf727780c2957001384edbf942e597dafad3c9a26ff0f1'),
  ('use-lite-en/1', 74, x'3c9150b2a1adf9713a05ddfd029484a7841fe46ab2f314d06df9422036794f28ba6084b46c9d394ea4cfd8ddd296886569fc7efae3a415dedef053a8204bb815'),
  ('use-lite-en/1', 75, x'baf443f391e5f5b13a477ff504920c21a41fe44abae57a184fbf5a68807d0309b0e29458cefd39c93e924ad450920c7d81bc32b9fca0715a9cc053783a47ba52'),
  ('use-lite-en/1', 76, x'b8f547f3b168ef410ce717f504152865889fbca2eaf772f56f82527c75bf7d03b16a947944f709084ab35ed4708b185dc45c72bb6a84f4dae66a526ea2076151'),
  ('use-lite-en/1', 77, x'6cf16ee2b0edf7612c4556f5029daee4c0130646b45bf7d3e0635e249a79dc215d72b661cebd3829a8a75f57b0d29cf125b864eab2c027ffeefb538da22bf3b0'),
  ('use-lite-en/1', 78, x'38357353b1ade2753f6794ed113ebc236073eacee0777ab5ed8a4242676fa40838774557ccfcbd28c0075677d2ed88f5d69c728a2bc473dfccaa52e2284f2534'),
  ('use-lite-en/1', 79, x'3c3050d3b5acfc7128079df11090ccb3a01f446eaaf55ef92dfa4a22967d2f2133428510e4dc39caf4dfdaddd296886d459c7ebaa380355ed8c853ac266b6e14'),
  ('use-lite-en/1', 80, x'18f450d3b5aced713807fff11496ccb3a01f4468aa751e5d25f85a2ab77d2f41b75285406efd19ea369ededdd0909a7d65fe57b8a384155ed8c153bc266aee52'),
  ('use-lite-en/1', 81, x'6ef57053a0f9f640b0c714d972d5e6c1a85a7666be5773d3ace6582ca6795e2b15d55643debdb96d74277d57b08a9af5a0b85ccbc0a121ffeefb538d80432d12'),
  ('use-lite-en/1', 82, x'98b547f731e9eaf53c6717e5051c1825c87fbc82ebf776916f82534c457f7c0b3162147944fd8988c8237e55d2cb98d5c09c7ebb6e84f49bd67952222a4f3150'),
  ('use-lite-en/1', 83, x'3c115293a1acdd61b80695fd00949c33847ff42aea755ef16d7a4a68377d2e09bc62c4106cd4394a64cfded5d2dc887544fc5afaa384755a8ac053a8264bac11'),
  ('use-lite-en/1', 84, x'10f43a52f6ede1e0bd6545400698e527e80340cd66c776dbeda6de29a549fe203d9ab061cebcfd695ea35b7610dd9afc66f855bab10ca717e2fa52b9487bb0b2'),
  ('use-lite-en/1', 85, x'd0b53e5737f9e2e17c6754f1128c4827e8673c5b6e6176bb4586d80d9659fe0b1572b4794cfdb40868636b5710d0997941b85cfb7c807597d2f9d2f0da66b3ba'),
  ('use-lite-en/1', 86, x'1cc050d3b0aff57138058df112b6c4a3e01bc0efae75361f65a25a2237596e0033d28750ccdc3d684583dcf590de887d75fe54baa3c0359ed8da52a8086b6c10'),
  ('use-lite-en/1', 87, x'1c91509391acf575b847ddf90090ac23a01fc46eba755ad96db95a2ab7792f29374084106e9f394c74dfdaddd0d48a7565bc7efaa180315eded853ac224bbe13'),
  ('use-lite-en/1', 88, x'3cd155b3b06db7613a66adf400140823ac1fecaafa7536fc6d724a72b03d7d693d4a1c500cb739496e935edc52c21875e17c72bbe2a4753ad8d853e8024b2852'),
  ('use-lite-en/1', 89, x'1cf558d776a7a3b03e27c561469ee125680340aaaa453bbdade4ca2abb5b2e280ec6e341cebcfd6b190302fc83a0497c6a73506a99c47197eeea50880a61f8b2'),
  ('use-lite-en/1', 90, x'1c0152d2b5acdd61f80485f9029424b3a01f542aba757afd6d825a2037796e213142c7906e9c39ca5483d8ddc2dc5c7545fc7efa8180351acaf152ac0a6b2c10'),
  ('use-lite-en/1', 91, x'55b56fe622efece13467dfc5558c9a62c477eedff8f9b5532006cd4e4e6957092e76b65146dd9c2d5a765d77d2c1995c809664fb3fa655d6cee3530b8267b430'),
  ('use-lite-en/1', 92, x'189452f3b1acfd71284785f110160831a01ff42afaf57af96fbb5a6895fb6401314295504edc19ca7e82dedc50c48e7965dc5afae18031dadcc0536c2249ea52'),
  ('use-lite-en/1', 93, x'48d07272b0eda761286554f11294ee45a853466af25776d3c9a75a208edb16215df296634eb5b96cbe87565e10d68fe564bc75eaa282231fdefa5b9da26b7a18'),
  ('use-lite-en/1', 94, x'fce551f3b1f9fa7038c517fd01153a25e83fbea2eaf772b56f8a537a653d7d0bb1d69459c4d58909c8925c55f2ab98f5c09c728b66c474dbee6b524aa2476d50'),
  ('use-lite-en/1', 95, x'48a163f2b36da5e024c5149122908e63ec13fa08ea43e0d201a65a2bce7dfe29052bb10256bd286c7ddb435f1082825900984efbd2c2e59e8ef1533c8603f2b1'),
  ('use-lite-en/1', 96, x'94a06e42b66cf241246f54c51476cc52a87a1a2fbe4377db61a3daaa87d95e021552b7434eb5bc687e63175f10f61afd257874ebfa042537ccfb53dc20232fa2'),
  ('use-lite-en/1', 97, x'6ce17f96b075f360684714d932b7eec5a813266ea247f2f74ce2522a9edb9621f7729433c6b53929e5274776b09e8be544bc76c3e247251bbcbb52c5887f3f15'),
  ('use-lite-en/1', 98, x'1c9550d3b5acd571b847bdf900940c23a01fe46afa757ad969b34a60b77d2e09b74294106edd39ca76dfdeddd2d4986d65fc5abab184355adac053ac264bad13'),
  ('use-lite-en/1', 99, x'34e07706b2e5e5e0ec65449116726761a043062aba017ad3eea75a3b875bd60b37d0d4414e94bd687b07dd7c128e1ff865bc50cbd1e2a1dfccf2539c807bbb12'),
  ('use-lite-en/1', 100, x'3c8150f3a1acdd71380595f900928ca7a01fc4eee2755ed96dfe5a22177d67217b4284106cdf394a44dfdad5d096887d45dc76baa380555a9ad952a82e6b2c10'),
  ('use-lite-en/1', 101, x'3eb07950f2ef71e4bd65e461039aa625a003e06efe4176b8fd064a23a159be28ed5cc645ded4fd693aa3f27f80d80cfcce385c4ab180f3b7eaf252a84279b4f0'),
  ('use-lite-en/1', 102, x'1c911293a1acdb71b80f95fd04988c23e03ffc8ae2777ed56dc65262316f7f283be280b26cdd394840f7daf4d09c88fde3f87efae3c1755e9ab852a84c4b2191'),
  ('use-lite-en/1', 103, x'6fb5e7f733f8a2f12e6f37e4153e5827e8779ed0e1f37ed5438a526a556f750b3962347d4cfdb982c8374e5752e78955601867ab3e94fa13a4795272060fb130'),
  ('use-lite-en/1', 104, x'3cf012f3b125e575384587f512946c27a81ba4cab26772b9efa24a20b17b2621b14285d04ebd396d2c87daddd0de887544fc52fab1c4315fdefa52a800633851'),
  ('use-lite-en/1', 105, x'8cb517f224a0d2a13c6d17fd311c1925843fbc2a6af57ed56782f37ed1ff6cabb16215f978dfd1884803def5d0841875a0185eaa6428701ad2fdd339574f2153'),
  ('use-lite-en/1', 106, x'0cf48df72264c0b114cf9545343c1907a0c2acb2bfe5779d63d7dd49c6ef2f4bb75a94ed409499824a92daf5f188086922907eb93402f073f03ad3657f0720b2'),
  ('use-lite-en/1', 107, x'1c9150d3a1acdf71a805bdf910869c33e01fd46efa7576fd65fc5a20177d6e0937f084006cdd594a64dededdd2d49e7965dc5abaa780355e9ad9d3ac2e4bae13'),
  ('use-lite-en/1', 108, x'6cc177da30fdf66128ed54d112f1ee45a813fe2eba43727368a75a6a96599402344295535e95bc687ce6d47e108a8be104be74cac3c221dbbcb25388807b7e1d'),
  ('use-lite-en/1', 109, x'90b54fc2316cfde12ce717f404141a60801ffeaafbf372d16f82d27c457f7589b04a85594edf19285812dc5452c89859c5dc469b5aa6f4daca72536a02672173'),
  ('use-lite-en/1', 110, x'c0b12fd6b276e3f1204514f135f0db63c0f7827fb249aad3cc025f79ccf9c62bdc5eb0f7d6951d2e7e6f533410c20b68009644cbf6a2359b9c0953d99303b23f'),
  ('use-lite-en/1', 111, x'48703e52a2ffed4076ad144d06f6c6c48c5254aaf257f355adb61f0ca65b4c29857613365eb4ac6d742330f6a9ca8df501f076fbf1a421b7cefa52c5003b2d32'),
  ('use-lite-en/1', 112, x'5cb1725332fff2f4b56f84c443998c26a853eac7b05776f9ed26ce2aa369be203c4056755a9cbc69dca2dc74a0a881f484b87ccab9852517ecba528ba0472db0'),
  ('use-lite-en/1', 113, x'6aa16e6622ffe1e0ac67244133c6cc26a433b07fb655769950e75aaa837f6e02f76a96635a9db9e11823567f00c21b74ecb8548ab0006776ccb853bd002fb1b3'),
  ('use-lite-en/1', 114, x'40f16fe2327ee6e1286556f526d44b43c0d3ca6eb249bed3d2275b6aca79c609bfd6b44356fd396e7e6f525e10d21f7840bc64ebb28225db9cb953dc9607b2b1'),
  ('use-lite-en/1', 115, x'3c155093b5adfd31b807adf90094d493a41f646eea755a792df04a2037792729b642c5104c9d396a74cf5eddc2d48865657c7afaa184355adec853a8204bac11'),
  ('use-lite-en/1', 116, x'1c9450d3b5acc531b8078df91096c4b3a01fc06eba75327d6db05a2097792e21b75285506cdd59eb748fdeddd0d49e7d65fc5ebaa180355ed8c1d3ac2e69ee12'),
  ('use-lite-en/1', 117, x'38a553f3b12dff616847a5f500140825841ff42aea757eb16ff24afab03f79213d4a94704cf519494a9358d450c2086da55c72bbe280755aba4853ec2a4fa053'),
  ('use-lite-en/1', 118, x'1c1152f2b1acfe71280795f900948d27a41f642afa7576f969b75a20977d67213a62d5104cdc39cb54ded8ddd2d68c6161dc7eba8186355adcd053ac226bfc11'),
  ('use-lite-en/1', 119, x'00f0776632edf4b0386556b506b0cf63a053646fb6593ed7e6875a3a8a5bcc09afd096436ebd3d68b923557c12ca1c71e0bc54ebf3a0255fccb3538c8073fb13'),
  ('use-lite-en/1', 120, x'38b447f3b12cef01684795f910140821a09fec2aeaf57efd6fb35a62943d6d03b94a95504cf719cb4e925ed450c20c6dc55c72ab2282345abc48536c3e4bea53'),
  ('use-lite-en/1', 121, x'7891327ba4eff3757d6f047913b8eca2e843688fae6772df6de64e1833597e2019435073ec9cfd2948275676b0bd88f542fc50daa361a517d8fa52a8484f25b0'),
  ('use-lite-en/1', 122, x'12f57653b260e8e02c4f574406b87823e0014aaf68cbf2df6d26fe0b94693f001d4ab46944bcbd280ee30a7e10be9bfc70f054ab7244a517a67ad2d8183733a2'),
  ('use-lite-en/1', 123, x'38814df7912dff412a67a1b1001028218013d829fa557e916f2342f2a0bd7941110a9f514ef7194988935cfc50c21a75a57ef0abf2a6612ae8585bfe224f6252'),
  ('use-lite-en/1', 124, x'd8f13270b0fda440fb6714d40314eca7a87360c7e25776966c665a28e67b3c235d62367344bdbc29e8a75e5fb0c68ac560b874dba181259fdefa5285a26b3030'),
  ('use-lite-en/1', 125, x'3c1150f3b18cd575b8079df910948c37e03f84eeea7556f96df84a60377d2e293b42c5106c9d794a64cfdaddd2d4c8714dbc5afaa384155edac853a8206bac11'),
  ('use-lite-en/1', 126, x'64a12f96b276e3a0284554f170f4cac1e8f7c67ea241f2d604865d23cefbe629f77eb033d6b53d2d7d6f533610d29b68019e44dbf2e2751b9ec353cc9027b6bd'),
  ('use-lite-en/1', 127, x'1c717272b2fde164bf6f85c4069e08a3ac5370eea8477e996da2da2a236b3e20316054714efcb92948a77a74a2c6087464f87cf8a3c52553ceba5299406a3430'),
  ('use-lite-en/1', 128, x'3c915093b1adf3613847d5fd00908c27a41fe46ef2757e916d764a6ab17d2769bf4294504cd5394d64d7dad5d0c6886541fc7abaa380755adad853ac284bb853');

alter table public.embedding_sketches add column cell smallint not null default 0;
update public.embedding_sketches k set cell = private.cell_of(k.model, k.sketch);
drop index public.embedding_sketches_owner_idx;
-- All that the first stage reads, cell by cell, so that it need not jump about in the table.
create index embedding_sketches_owner_cell_idx on public.embedding_sketches (user_id, cell) include (trashed, model, document_id, ordinal, sketch);
comment on column public.embedding_sketches.cell is 'Which of private.sketch_cells is nearest; 0 where its model has none.';

-- Stores the vectors of passages that still have the text they were made of; returns how many were stored.
create or replace function private.put_embeddings(document uuid, owner uuid, model_name text, ordinals integer[], fingerprints text[], vectors text[]) returns integer
  language plpgsql security definer set search_path = ''
as $$
declare
  stored integer;
begin
  if not private.may_index(document, owner) then
    raise exception 'no such document' using errcode = '42501';
  end if;
  update public.document_embeddings e set embedding = v.embedding::extensions.vector(512), model = model_name
  from unnest(ordinals, fingerprints, vectors) v (ordinal, fingerprint, embedding)
  where e.document_id = document and e.user_id = owner and e.ordinal = v.ordinal and pg_catalog.md5(e.content) = v.fingerprint;
  get diagnostics stored = row_count;
  insert into public.embedding_sketches as k (document_id, user_id, ordinal, model, trashed, sketch, cell)
  select s.document_id, s.user_id, s.ordinal, s.model, s.trashed, s.sketch, private.cell_of(s.model, s.sketch)
  from (
    select e.document_id, e.user_id, e.ordinal, e.model, d.deleted_at is not null as trashed, extensions.binary_quantize(e.embedding)::bit(512) as sketch
    from public.document_embeddings e join public.documents d on d.id = e.document_id
    where e.document_id = document and e.user_id = owner and e.ordinal = any (ordinals) and e.embedding is not null
  ) s
  on conflict (document_id, user_id, ordinal) do update set model = excluded.model, sketch = excluded.sketch, trashed = excluded.trashed, cell = excluded.cell;
  return stored;
end
$$;

-- For each document the passage nearest to a vector, by the signs first and then by the whole vectors of the nearest two hundred.
-- The two hundredth among some of the nearest cells bounds how far those can be, so that little has to be sorted. Where these
-- cells alone hold a thousand, only the nearest 48 are measured, else every passage is. Looks at the caller's own and at
-- those of the documents given as shared with them; within narrows that. Called by search_documents only.
create or replace function private.nearest_passages(wanted extensions.vector, model_name text, in_trash boolean, within uuid[], shared uuid[])
  returns table (document_id uuid, user_id uuid, ordinal integer, likeness double precision)
  language plpgsql stable security definer rows 200
  set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
declare
  me uuid := (select auth.uid());
  signs bit(512) := extensions.binary_quantize(wanted)::bit(512);
  cells smallint[];
  closest smallint[];
  distances double precision[];
  farthest double precision;
  documents uuid[];
  ordinals integer[];
begin
  if within is null then
    cells := array(select c.cell from private.sketch_cells c where c.model = model_name order by c.sketch operator(extensions.<~>) signs limit 48);
    closest := cells[1:16];
    distances := array(
      select k.sketch operator(extensions.<~>) signs from public.embedding_sketches k
      where k.user_id = me and k.cell = any (closest) and k.trashed = in_trash and k.model = model_name limit 1000);
    farthest := (select m from unnest(distances) m order by m offset 199 limit 1);
  end if;
  if pg_catalog.cardinality(distances) = 1000 then
    select pg_catalog.array_agg(n.document_id), pg_catalog.array_agg(n.ordinal) into documents, ordinals from (
      select k.document_id, k.ordinal from public.embedding_sketches k
      where k.user_id = me and k.cell = any (cells) and k.trashed = in_trash and k.model = model_name and k.sketch operator(extensions.<~>) signs <= farthest
      order by k.sketch operator(extensions.<~>) signs limit 200) n;
  elsif farthest is not null then
    select pg_catalog.array_agg(n.document_id), pg_catalog.array_agg(n.ordinal) into documents, ordinals from (
      select k.document_id, k.ordinal from public.embedding_sketches k
      where k.user_id = me and k.trashed = in_trash and k.model = model_name and k.sketch operator(extensions.<~>) signs <= farthest
      order by k.sketch operator(extensions.<~>) signs limit 200) n;
  else
    select pg_catalog.array_agg(n.document_id), pg_catalog.array_agg(n.ordinal) into documents, ordinals from (
      select k.document_id, k.ordinal from public.embedding_sketches k
      where k.user_id = me and k.trashed = in_trash and k.model = model_name and (within is null or k.document_id in (select unnest(within)))
      order by k.sketch operator(extensions.<~>) signs limit 200) n;
  end if;
  if shared <> '{}' then
    select pg_catalog.array_agg(n.document_id), pg_catalog.array_agg(n.ordinal) into documents, ordinals from (
      select found.document_id, found.ordinal
      from (
        select k.document_id, k.ordinal, k.sketch
        from unnest(documents, ordinals) o (document_id, ordinal)
        join public.embedding_sketches k on k.document_id = o.document_id and k.user_id = me and k.ordinal = o.ordinal
        union all
        select k.document_id, k.ordinal, k.sketch from public.embedding_sketches k
        where k.document_id = any (shared) and k.trashed = in_trash and k.model = model_name and (within is null or k.document_id in (select unnest(within)))
      ) found
      order by found.sketch operator(extensions.<~>) signs limit 200) n;
  end if;
  return query
  select distinct on (e.document_id) e.document_id, e.user_id, e.ordinal, -(e.embedding operator(extensions.<#>) wanted) as nearness
  from unnest(documents, ordinals) o (document_id, ordinal)
  join public.document_embeddings e on e.document_id = o.document_id and e.ordinal = o.ordinal and (e.user_id = me or e.document_id = any (shared)) is true
  where e.embedding is not null
  order by e.document_id, nearness desc;
end
$$;
