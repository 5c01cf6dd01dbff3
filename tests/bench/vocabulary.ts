const list = (text: string): readonly string[] => text.trim().split(/\s*[,\n]\s*/);

/** Ranks and kinds that stand before an occupation. */
export const LEVELS = list(
  'Senior, Junior, Lead, Assistant, Deputy, Associate, Principal, Chief, Trainee, Temporary, Evening, Night, Regional, Mobile, Community, School',
);

export const OCCUPATIONS =
  list(`Nurse, Engineer, Teacher, Driver, Accountant, Electrician, Plumber, Carpenter, Cook, Waiter, Analyst, Developer, Architect, Planner,
Inspector, Attorney, Paralegal, Clerk, Receptionist, Custodian, Mechanic, Welder, Machinist, Pharmacist, Physician, Midwife, Dentist, Therapist, Psychologist, Counsellor,
Librarian, Researcher, Chemist, Biologist, Statistician, Auditor, Buyer, Cashier, Salesperson, Designer, Illustrator, Editor, Journalist, Translator, Interpreter, Photographer,
Gardener, Forester, Farmer, Baker, Butcher, Barista, Housekeeper, Porter, Guard, Firefighter, Dispatcher, Pilot, Conductor, Surveyor, Draughtsman, Roofer, Painter, Mason,
Caretaker, Tutor, Coach, Trainer, Recruiter, Manager, Coordinator, Supervisor, Administrator, Technician, Specialist, Consultant, Advisor, Officer, Director, Operator`);

export const FIELDS =
  list(`Public Health, Water Supply, Bridges and Roads, Data Platform, Customer Care, Correctional Health, School Health, Housing, Procurement, Payroll,
Human Resources, Legal Affairs, Community Programmes, Building Maintenance, Energy Efficiency, Cyber Security, Network Operations, Quality Assurance, Clinical Trials,
Primary Care, Emergency Care, Elderly Care, Child Protection, Early Years, Adult Education, Public Transport, Fleet Services, Warehouse, Cold Chain, Retail, E-commerce,
Events, Tourism, Conference Centre, Museum, Archive, Broadcasting, Wind Power, Solar Power, Grid Planning, Rail Signalling, Port Authority, Airport, Waste Management, Parks,
Urban Forestry, Food Safety, Animal Welfare, Laboratory, Radiology, Oncology, Mental Health, Addiction Services, Homelessness, Refugee Support, Social Insurance, Taxation`);

export const SKILLS =
  list(`SQL, Python, TypeScript, Rust, Java, AutoCAD, Revit, Excel, SAP, first aid, forklift licence, driving licence, welding certificate, food hygiene,
project planning, budgeting, contract law, statistics, machine learning, network administration, Linux, triage, wound care, phlebotomy, lesson planning, sign language, Swedish,
Finnish, German, Azerbaijani, Spanish, French, negotiation, copywriting, illustration, photography, pruning, carpentry, masonry, plumbing, wiring, soldering, calibration`);

export const EMPLOYER_FIRST = list(
  'North, South, East, West, Harbour, River, Lake, Hill, Valley, Forest, Meadow, Stone, Copper, Silver, Amber, Linden, Birch, Oak, Juniper, Heron, Falcon, Otter, Lynx, Beacon, Bridge, Mill, Market, Castle, Garden, Summit',
);
export const EMPLOYER_LAST = list(
  'Hospital, Council, Schools, Works, Energy, Logistics, Foods, Bank, University, Housing, Transit, Clinics, Studios, Systems, Builders, Hotels, Trust, Laboratories, Press, Partners',
);

/** Ordinary words of job ads, the most frequent first: what the head of the distribution is drawn from. */
export const COMMON =
  list(`work, experience, team, will, skills, service, support, required, including, ability, training, management, ensure, staff, development, knowledge,
responsible, years, information, quality, health, working, people, office, care, project, people's, provide, public, safety, planning, program, systems, policy, customers, data,
review, communication, community, degree, related, tasks, report, prepare, duties, license, standards, procedures, projects, maintain, operations, good, daily, develop, assist,
department, colleagues, students, patients, schedule, records, budget, equipment, meetings, coordinate, documents, clients, analysis, education, field, city, research, write,
independent, week, hours, weekend, evening, salary, pension, holiday, leave, flexible, remote, hybrid, place, region, travel, bicycle, bus, station, clinic, ward, workshop,
warehouse, kitchen, garden, library, laboratory, harbour, bridge, road, rail, water, energy, waste, housing, school, university, hospital, court, council, museum, theatre,
contract, permanent, temporary, part, full, shift, night, morning, summer, winter, start, apply, application, interview, reference, certificate, licence, language, written,
spoken, fluent, basic, advanced, software, hardware, network, database, security, cloud, design, test, deploy, monitor, repair, install, inspect, measure, draw, build, paint,
clean, cook, serve, sell, buy, count, order, deliver, drive, lift, carry, sort, pack, load, plant, harvest, feed, teach, explain, listen, advise, decide, negotiate, mediate,
translate, edit, publish, photograph, film, record, archive, catalogue, calculate, forecast, audit, invoice, pay, tax, insure, claim, investigate, protect, rescue, treat, nurse,
diagnose, prescribe, dispense, vaccinate, counsel, rehabilitate, supervise, mentor, recruit, evaluate, improve, simplify, document, present, facilitate, organise, lead`);
