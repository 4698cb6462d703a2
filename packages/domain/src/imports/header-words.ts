import { IMPORT_FIELDS, type ImportField } from './fields.ts';

/**
 * What people call the columns, in several languages, folded as `foldHeader` does. The longest phrase found in a
 * header wins, so "programming languages" is about skills although "languages" is about speech.
 */
const WORDS: Readonly<Record<ImportField, string>> = {
  ref: 'id; trellis id; no; nr; number; nummer; mentor id; mentee id; member id; person id; user id; record id; key; uuid; kennung; numero; identifiant',
  name: 'name; full name; your name; display name; mentor; mentee; mentor name; mentee name; person; participant; vollstandiger name; nom complet; nombre completo; nome completo; naam',
  first_name: 'first name; given name; forename; vorname; prenom; nombre; voornaam; nome',
  last_name:
    'last name; family name; surname; nachname; familienname; nom; nom de famille; apellido; apellidos; cognome; achternaam; sobrenome',
  email:
    'email; e mail; mail; email address; e mail address; mailadresse; e mail adresse; courriel; correo; correo electronico; posta elettronica',
  job_title:
    'job title; title; position; role title; current role; current job; job; occupation; profession; headline; beruf; tatigkeit; stelle; berufsbezeichnung; poste; metier; puesto; profesion; cargo; ruolo; functie',
  employer:
    'employer; company; organization; organisation; workplace; current company; arbeitgeber; firma; unternehmen; entreprise; empresa; azienda; bedrijf',
  country: 'country; land; pays; pais; paese; country of residence; location; wohnland',
  time_zone: 'time zone; timezone; zeitzone; fuseau horaire; zona horaria; fuso orario; tijdzone; tz',
  languages:
    'languages; language; spoken languages; languages spoken; sprachen; sprache; langues; idiomas; lingue; talen',
  about:
    'about; about me; about you; bio; biography; introduction; description; uber mich; vorstellung; a propos; sobre mi; presentation',
  boundaries: 'boundaries; limits; grenzen',
  skills:
    'skills; skill; areas; area of expertise; areas of expertise; expertise; technical areas; programming languages; technologies; tech stack; tools; competences; competencies; strengths; tags; topics; fahigkeiten; kenntnisse; kompetenzen; themen; programmiersprachen; competencias; habilidades; competenze; vaardigheden; specialties; specialities',
  industries:
    'industry; industries; sector; sectors; branche; branchen; secteur; sector de actividad; industria; settore; field of work',
  career:
    'career steps; career step; career; career history; career path; work history; employment history; previous jobs; cv; curriculum vitae; werdegang; beruflicher werdegang; berufsweg; laufbahn; berufliche stationen; stationen; parcours professionnel; trayectoria profesional',
  style:
    'working style; work style; way of working; how i like to work; arbeitsstil; arbeitsweise; style de travail; estilo de trabajo',
  hours:
    'weekly hours; usual week; free hours; free times; availability; available; available times; available hours; times available; when are you available; when do you have time; office hours; hours; verfugbarkeit; verfugbar; zeiten; freie zeiten; meine zeiten; wochenzeiten; sprechzeiten; wann hast du zeit; disponibilite; disponibilites; disponibilidad; horario',
  years:
    'years of experience; years experience; experience years; experience; years; seniority years; berufserfahrung; jahre berufserfahrung; berufsjahre; annees d experience; anos de experiencia; anni di esperienza',
  roles: 'roles; role; rolle; rollen',
  membership: 'membership; membership status; member status; mitgliedschaft; mitgliedsstatus',
  visibility:
    'who may see; who may see what; visibility; visible to; sichtbarkeit; sichtbar fur; wer darf sehen',
  goals:
    'goals; goal; mentorship focus; mentoring focus; career focus; focus; objectives; what are you looking for; what do you want to achieve; ziele; ziel; anliegen; objectifs; objetivos; obiettivi; doelen; can help with; reason for joining',
  wanted_skills:
    'wanted skills; skills wanted; skills to learn; want to learn; what do you want to learn; would like to learn; interests; interested in; areas of interest; support needed; help needed; lernziele; will lernen; interessen; gewunschte fahigkeiten',
  wanted_industries:
    'wanted industries; target industry; target industries; desired industry; zielbranche; wunschbranche',
  towards_occupation:
    'wanted occupation; target role; desired role; target job; desired occupation; dream job; wunschberuf; zielberuf; zielposition; future role',
  capacity:
    'capacity; mentees; number of mentees; how many mentees; max mentees; maximum mentees; mentees this cycle; seats; places; slots; kapazitat; anzahl mentees; platze; wie viele mentees; nombre de mentores; capacite; capacidad',
  hours_per_month:
    'hours per month; hours a month; monthly hours; hours; hours month; stunden pro monat; stunden im monat; stunden; heures par mois; horas al mes; horas por mes; ore al mese; uren per maand',
  disabled: 'disabled; inactive; paused; on hold; deaktiviert; inaktiv; pausiert; desactive; inactivo',
  matched: 'matched; already matched; has match; taken; vermittelt; gematcht; bereits vermittelt; apparie',
  note: 'note; notes; comment; comments; remarks; message; motivation; anything else; anmerkung; anmerkungen; bemerkung; notiz; notizen; remarque; comentarios',
  mentee: 'mentee; mentee id; mentee email; mentee e mail; mentee name',
  mentor: 'mentor; mentor id; mentor email; mentor e mail; mentor name',
};

/** The phrases of each field. */
export const HEADER_PHRASES: ReadonlyMap<ImportField, readonly string[]> = new Map(
  IMPORT_FIELDS.map((field) => [field, WORDS[field].split('; ')]),
);

/** Lower case, accents and signs dropped, words parted by one space. */
export const foldHeader = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
