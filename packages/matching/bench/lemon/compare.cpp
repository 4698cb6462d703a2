// Solves an MMI1 market with LEMON's min-cost-flow algorithms and prints one line for machines.
//   compare FILE ALGORITHM FORMULATION
// ALGORITHM: ns (NetworkSimplex), cs (CostScaling), cap (CapacityScaling); suffix 32 for int costs.
// FORMULATION: optout (every request may leave at a cost above any total), fixed (flow value fixed after a
// maximum-cardinality run with Preflow). Prints: total=SECONDS cpu=SECONDS card=N score=N peakMB=N (reading excluded).
#include <lemon/capacity_scaling.h>
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/preflow.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <vector>

using namespace lemon;

struct Market {
  uint32_t requests, offers, pairs, scale, slotStep;
  std::vector<uint32_t> capacity, rowStart, column, score;
};

static void readWords(FILE* file, std::vector<uint32_t>& into, size_t count) {
  into.resize(count);
  if (count > 0 && fread(into.data(), 4, count, file) != count) exit(2);
}

static Market readMarket(const char* path) {
  Market m;
  FILE* file = fopen(path, "rb");
  char tag[4];
  uint32_t head[5];
  if (!file || fread(tag, 1, 4, file) != 4 || memcmp(tag, "MMI1", 4) || fread(head, 4, 5, file) != 5) exit(2);
  m.requests = head[0], m.offers = head[1], m.pairs = head[2], m.scale = head[3], m.slotStep = head[4];
  readWords(file, m.capacity, m.offers);
  readWords(file, m.rowStart, m.requests + 1);
  readWords(file, m.column, m.pairs);
  readWords(file, m.score, m.pairs);
  fclose(file);
  return m;
}

template <typename Cost, template <typename, typename, typename> class Solver>
static void solve(const Market& m, bool fixedFlow, int64_t& card, int64_t& score) {
  SmartDigraph g;
  g.reserveNode(m.requests + m.offers + 2);
  g.reserveArc(m.pairs + 2 * m.requests + m.offers + 1);
  std::vector<SmartDigraph::Node> request(m.requests), offer(m.offers);
  for (auto& node : request) node = g.addNode();
  for (auto& node : offer) node = g.addNode();
  SmartDigraph::Node source = g.addNode(), sink = g.addNode();
  SmartDigraph::ArcMap<int> upper(g);
  SmartDigraph::ArcMap<Cost> cost(g);
  const Cost big = sizeof(Cost) == 4 ? Cost(2) * m.scale + 1 : Cost(m.scale + 1ll) * (m.requests + 1ll);
  std::vector<int> firstArc(m.requests);
  for (uint32_t i = 0; i < m.requests; i++) {
    for (uint32_t e = m.rowStart[i]; e < m.rowStart[i + 1]; e++) {
      auto arc = g.addArc(request[i], offer[m.column[e]]);
      upper[arc] = 1;
      cost[arc] = -(Cost)m.score[e];
    }
  }
  const int pairArcs = g.arcNum();
  for (uint32_t i = 0; i < m.requests; i++) {
    auto arc = g.addArc(source, request[i]);
    upper[arc] = 1, cost[arc] = 0;
    if (fixedFlow) continue;
    arc = g.addArc(request[i], sink);
    upper[arc] = 1, cost[arc] = big;
  }
  for (uint32_t j = 0; j < m.offers; j++) {
    if (m.slotStep == 0) {
      auto arc = g.addArc(offer[j], sink);
      upper[arc] = m.capacity[j], cost[arc] = 0;
      continue;
    }
    for (uint32_t k = 0; k < m.capacity[j]; k++) {
      auto arc = g.addArc(offer[j], sink);
      upper[arc] = 1, cost[arc] = (Cost)m.slotStep * k;
    }
  }
  int flowValue = m.requests;
  if (fixedFlow) {
    Preflow<SmartDigraph, SmartDigraph::ArcMap<int>> preflow(g, upper, source, sink);
    preflow.runMinCut();
    flowValue = preflow.flowValue();
  }
  Solver<SmartDigraph, int, Cost> solver(g);
  solver.upperMap(upper).costMap(cost).stSupply(source, sink, flowValue);
  solver.run();
  card = 0, score = 0;
  for (int a = 0; a < pairArcs; a++) {
    if (solver.flow(g.arcFromId(a)) == 0) continue;
    card++;
    score += m.score[a];
  }
  std::vector<int64_t> load(m.offers, 0);
  for (int a = 0; a < pairArcs; a++) {
    if (solver.flow(g.arcFromId(a)) > 0) score -= (int64_t)m.slotStep * load[m.column[a]]++;
  }
}

template <typename G, typename V, typename C> using Simplex = NetworkSimplex<G, V, C>;
template <typename G, typename V, typename C> using Scaling = CostScaling<G, V, C>;
template <typename G, typename V, typename C> using CapScaling = CapacityScaling<G, V, C>;

static double processorSeconds() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/** The most memory this process ever had, in MB; `ru_maxrss` would carry over that of whoever started it. */
static double peakMemory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0) return std::stod(line.substr(6)) / 1024;
  }
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const Market m = readMarket(argv[1]);
  const std::string algorithm = argv[2];
  const bool fixedFlow = std::string(argv[3]) == "fixed";
  int64_t card = 0, score = 0;
  const auto start = std::chrono::steady_clock::now();
  const double cpuStart = processorSeconds();
  if (algorithm == "ns") solve<int64_t, Simplex>(m, fixedFlow, card, score);
  else if (algorithm == "ns32") solve<int32_t, Simplex>(m, fixedFlow, card, score);
  else if (algorithm == "cs") solve<int64_t, Scaling>(m, fixedFlow, card, score);
  else if (algorithm == "cap") solve<int64_t, CapScaling>(m, fixedFlow, card, score);
  else return 2;
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
  const double cpu = processorSeconds() - cpuStart;
  printf("total=%.4f cpu=%.4f card=%lld score=%lld peakMB=%.1f\n", spent.count(), cpu, (long long)card,
         (long long)score, peakMemory());
  return 0;
}
