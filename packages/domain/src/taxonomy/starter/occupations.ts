/** Occupations by field. See outline.ts for the notation. */
export const OCCUPATIONS = `
IT occupations = IT professional
  Software developer = Software engineer; Developer; Programmer; Software development engineer
    Frontend developer = Front-end developer; Frontend engineer; Front end; UI developer
    Backend developer = Backend engineer; Back-end developer
    Fullstack developer = Full stack developer; Full-stack engineer; Fullstack engineer
    Web developer = Web engineer
    Mobile developer = App developer; iOS developer; Android developer
    Game developer = Game programmer
    Embedded developer = Firmware engineer
  Software architect = Solution architect; Solutions architect; Enterprise architect; Architect
  Test engineer = QA engineer; Tester; Quality assurance engineer
  DevOps engineer = Platform engineer; Cloud engineer
  Site reliability engineer = SRE
  System administrator = Sysadmin; IT administrator
  Network engineer = Network administrator
  IT support specialist = Help desk agent; IT technician
  Security engineer = Security analyst; Cybersecurity specialist; Penetration tester
  Database administrator = DBA
  IT consultant = Technology consultant
  IT manager = Head of IT; IT director; Chief information officer; CIO
  Engineering manager = Development manager; Head of engineering; Engineering lead
  Tech lead = Technical lead; Lead developer; Team lead; Team leader
  Chief technology officer = CTO; VP engineering
Data occupations = Data professional
  Data analyst = BI analyst; Business intelligence analyst
  Data scientist = Research scientist
  Data engineer = Analytics engineer
  Machine learning engineer = ML engineer; AI engineer
  Statistician = Actuary
  Data protection officer = Privacy officer
Product and project occupations = Product and project professional
  Product manager = Product lead; Head of product
  Product owner
  Project manager = Project lead
  Program manager = Programme manager; PMO lead
  Scrum master = Agile coach
  Business analyst = Requirements engineer
Design and media occupations = Creative professional
  UX designer = User experience designer; Product designer; UX/UI designer; UI designer
  UX researcher = User researcher
  Graphic designer = Communication designer; Visual designer
  Web designer
  Illustrator = Artist
  Photographer
  Video producer = Film maker; Video editor
  Interior designer = Interior architect
  Fashion designer
  Journalist = Reporter; Editor
  Author = Writer
  Musician = Actor; Performer
Marketing and sales occupations = Marketing and sales professional
  Marketing manager = Head of marketing; Marketing specialist
  Content manager = Content creator; Copywriter
  Social media manager = Community manager
  PR manager = Public relations manager; Communications manager; Press officer
  Sales representative = Salesperson; Sales assistant
  Account manager = Key account manager
  Sales manager = Head of sales
  Customer success manager = Customer support agent; Customer service agent
  Retail manager = Shop manager; Store manager
  Event manager = Event planner
Finance and law occupations = Finance and law professional
  Accountant = Bookkeeper
  Controller = Financial controller; Financial analyst
  Tax adviser = Tax advisor; Tax consultant
  Auditor
  Bank clerk = Banker; Bank adviser
  Insurance broker = Insurance agent; Underwriter
  Investment manager = Portfolio manager; Trader
  Lawyer = Attorney; Solicitor; Legal counsel
  Paralegal = Legal assistant
  Compliance manager = Compliance officer; Risk manager
  Chief financial officer = CFO; Finance director
People and organization occupations = HR professional
  HR manager = HR business partner; Human resources manager; Head of HR
  Recruiter = Talent acquisition manager; Sourcer
  Learning and development manager = Corporate trainer; Trainer
  Career counselor = Career counsellor; Career adviser; Career coach
  Coach = Business coach; Executive coach
  Organizational developer = Change manager
Operations occupations = Operations professional
  Operations manager = Chief operating officer; COO
  Office manager = Office administrator; Administrative assistant; Secretary
  Executive assistant = Personal assistant
  Buyer = Procurement manager; Purchaser
  Supply chain manager = Logistics manager
  Warehouse worker = Logistics worker
  Driver = Truck driver; Bus driver
  Facility manager = Caretaker
  Management consultant = Consultant; Strategy consultant
  Managing director = Chief executive officer; CEO; General manager
  Founder = Entrepreneur; Co-founder; Business owner
  Freelancer = Self-employed
Health and social occupations = Health and social professional
  Doctor = Physician; Medical doctor
  Nurse = Registered nurse; Care worker
  Physiotherapist = Physical therapist
  Occupational therapist
  Psychologist = Psychotherapist
  Pharmacist
  Dentist
  Midwife
  Paramedic
  Medical assistant = Laboratory assistant
  Social worker = Youth worker
  Childcare worker = Nursery teacher; Kindergarten teacher
Education and research occupations = Education professional
  Teacher = School teacher
  Lecturer = Professor; University teacher
  Researcher = Scientist; Postdoc; Research associate
  Adult educator = Language teacher
  Librarian = Archivist
  Student = Intern; Trainee; Apprentice
Engineering and trade occupations = Engineering and trade professional
  Mechanical engineer
  Electrical engineer = Electronics engineer
  Civil engineer = Structural engineer; Site manager
  Architect of buildings = Building architect; Urban planner
  Process engineer = Chemical engineer; Production engineer
  Electrician
  Carpenter = Joiner
  Plumber = Heating engineer
  Mechanic = Car mechanic
  Metalworker = Welder
  Cook = Chef
  Baker = Pastry chef
  Hairdresser = Beautician
  Gardener = Farmer
  Hotel manager = Restaurant manager; Hospitality manager
  Waiter = Service staff
  Travel agent = Tour guide
Public and civil society occupations = Public servant
  Civil servant = Public administrator; Government official
  Policy adviser = Policy analyst; Policy advisor
  Police officer = Firefighter; Soldier
  NGO manager = Non-profit manager; Fundraiser
  Translator = Interpreter
`;
