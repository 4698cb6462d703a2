/** Skills of people who build, run and secure software. See outline.ts for the notation. */
export const TECHNOLOGY_SKILLS = `
Software development = Programming; Software engineering; Coding; Developer; Software developer
  Frontend development = Frontend; Front end; Frontend developer; Frontend engineering; UI development
    JavaScript = JS; Java Script; ECMAScript; ES6
    TypeScript = TS
    HTML = HTML5; Markup
    CSS = CSS3; Stylesheets
    Sass = SCSS; Less
    Tailwind CSS = Tailwind
    Bootstrap
    React = ReactJS; React.js
    Next.js = Next
    Redux
    Vue.js = Vue; VueJS; Nuxt
    Angular = Angular 2; Angular2; AngularJS
    Svelte = SvelteKit
    jQuery
    Web performance = Frontend performance
    Progressive web apps = PWA; PWAs
    Static sites = Jamstack; Gatsby; Hugo; Eleventy
  Backend development = Backend; Back end; Backend developer; Backend engineering; Server-side development
    Node.js = NodeJS; Node
    Express = ExpressJS; Express.js
    NestJS = Nest.js
    Java
    Spring = Spring Boot
    Kotlin
    Scala
    Python
    Django
    Flask = FastAPI
    C# = C Sharp; CSharp
    .NET = dotnet; .NET Core; dotnet core; ASP.NET; ASP.NET Core
    Go = Golang
    Rust
    Ruby
    Ruby on Rails = Rails; RoR
    PHP
    Laravel
    Symfony
    Elixir = Phoenix; Erlang
    C++ = CPP
    C = C language
    Perl
    COBOL
    API design = API; APIs; REST; RESTful API; REST API; Web APIs; OpenAPI
    GraphQL
    Microservices = Micro services
    Message queues = Kafka; RabbitMQ; Event streaming
    Serverless = AWS Lambda; Cloud functions
  Fullstack development = Fullstack; Full stack; Fullstack developer; Full stack development; Web development; Web developer; Web
  Mobile development = Mobile; Mobile apps; Mobile developer; App development
    Android = Android development
    iOS = iOS development; iPhone apps
    Swift = SwiftUI
    Objective-C = ObjC
    React Native
    Flutter
    Dart
    Ionic = Capacitor
    Xamarin = Xamarin Forms; .NET MAUI
  Desktop development = WPF; Electron; Qt; UWP
  Embedded systems = Embedded; Firmware; IoT; Internet of Things; Arduino
  Game development = Gamedev; Games programming
    Unity = Unity 3D
    Unreal Engine = Unreal
  Content management systems = CMS; WordPress; Drupal; TYPO3; Umbraco
  E-commerce development = Shopify; Magento; WooCommerce
  Low-code development = Low code; No-code; No code; Power Apps
  Functional programming = FP; Haskell; F#; Clojure; Elm
  Blockchain = Ethereum; Smart contracts; Web3
Software craft = Best practices; Clean code; Code quality; Principles
  Software architecture = Architecture; Software design; System architecture; Architect
  Distributed systems = Scalability
  Domain-driven design = DDD
  Algorithms and data structures = Algorithms; Data structures; Computability
  Design patterns = Object-oriented design; OOP
  Code review
  Refactoring = Legacy code
  Performance engineering = Performance; Performance tuning
  Open source = OSS; Opensource
  Git = Version control; GitHub; GitLab
  Technical writing = Documentation; Docs
Quality assurance = QA; Quality; Software testing; Testing; Tester; QA engineering; Quality engineering
  Test automation = Automated testing; Automation testing; Selenium; Cypress; Playwright
  Unit testing = TDD; Test-driven development; Jest; JUnit
  Exploratory testing = Manual testing
  Load testing = Performance testing
Infrastructure and operations = IT operations; Operations engineering; Platform engineering; Platform
  DevOps = Dev Ops; DevOps engineer; DevOps engineering
  Site reliability engineering = SRE; Site reliability
  Continuous integration = CI; CI/CD; Continuous delivery; Build; GitHub Actions; Jenkins
  Docker = Containers; Containerization
  Kubernetes = k8s
  Terraform = Infrastructure as code; IaC; OpenTofu; HCL
  Ansible = Configuration management; Puppet
  Cloud computing = Cloud; Cloud engineering; Cloud architecture
    Amazon Web Services = AWS
    Microsoft Azure = Azure
    Google Cloud = GCP; Google Cloud Platform
  Linux = Unix; Linux administration
  Windows Server = Windows administration; Active Directory
  System administration = Sysadmin; Systems administration
  Network engineering = Networking; Computer networks; Cisco
  Shell scripting = Bash; Command line; Shell; PowerShell
  Observability = Monitoring; Grafana; Prometheus; Logging
  IT support = Helpdesk; Help desk; Desktop support; Service desk
  IT service management = ITSM; ITIL; ServiceNow
Security = Cybersecurity; Cyber security; IT security; Information security; InfoSec
  Application security = AppSec; Secure coding; OWASP
  Cloud security
  Penetration testing = Pentesting; Ethical hacking; Red teaming
  Security operations = SOC; Incident response; SIEM
  Identity and access management = IAM; Identity management
  Security governance = GRC; ISO 27001; Security compliance
`;
