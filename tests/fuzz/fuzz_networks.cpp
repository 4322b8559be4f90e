// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/network_check.h"
#include "model/spec/parse_code.h"
#include "model/spec/source_code.h"
#include "model/spec/spec_json.h"
#include "tests/fuzz/promises.h"
#include "tests/fuzz/targets.h"

#include <string_view>

namespace glyphscope::fuzz {
namespace {

constexpr const char* kPastedName = "pasted text";
constexpr const char* kSpecName = "network.json";

/// What fits is written and read again as a network of the same modules.
void checkNetwork(const NetworkSpec& network)
{
    require(network.classes.size() >= 2 && network.classes.size() <= SpecLimits::kClasses,
            "classes are bounded");
    if (!check(network, false).fits())
        return;
    for (const CodeLanguage language : {CodeLanguage::PythonSequential, CodeLanguage::Print}) {
        const NetworkSpec back = parseNetwork(sourceCode(network, language).text, kPastedName);
        require(stateOf(back) == stateOf(network), "tensors survive being written as source");
        require(totalsOf(layersOf(back)).values == totalsOf(layersOf(network)).values,
                "modules survive being written as source");
    }
    for (const CodeLanguage language : {CodeLanguage::Python, CodeLanguage::Cpp})
        require(!sourceCode(network, language).text.empty(), "what fits has a source");
}

}  // namespace

/// Pasted source and descriptions in JSON; either may fit or not.
bool fuzzNetworks(Input input)
{
    const std::string_view text(reinterpret_cast<const char*>(input.data()), input.size());
    (void)accepted(kSpecName, [&] {
        for (const NetworkProblem& problem : check(readSpec(text, kSpecName)).problems)
            requireRefusal(kSpecName + (": " + problem.text.text()), kSpecName);
    });
    const bool spec = accepted(kSpecName, [&] { checkNetwork(decodeSpec(text, kSpecName)); });
    const bool code = accepted(kPastedName, [&] { checkNetwork(parseNetwork(text, kPastedName)); });
    return spec || code;
}

}  // namespace glyphscope::fuzz
