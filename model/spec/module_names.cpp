// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/module_names.h"

#include "model/spec/network_layers.h"

#include <algorithm>
#include <array>

namespace glyphscope {
namespace {

/// Members of nn.Module and nn.Sequential of PyTorch 1.13 and keywords of Python 3.11, sorted.
constexpr auto kTaken = std::to_array<std::string_view>({
    "False",
    "None",
    "T_destination",
    "True",
    "_apply",
    "_backward_hooks",
    "_buffers",
    "_call_impl",
    "_forward_hooks",
    "_forward_pre_hooks",
    "_get_backward_hooks",
    "_get_item_by_idx",
    "_get_name",
    "_is_full_backward_hook",
    "_load_from_state_dict",
    "_load_state_dict_post_hooks",
    "_load_state_dict_pre_hooks",
    "_maybe_warn_non_full_backward_hook",
    "_modules",
    "_named_members",
    "_non_persistent_buffers_set",
    "_parameters",
    "_register_load_state_dict_pre_hook",
    "_register_state_dict_hook",
    "_replicate_for_data_parallel",
    "_save_to_state_dict",
    "_slow_forward",
    "_state_dict_hooks",
    "_version",
    "add_module",
    "and",
    "append",
    "apply",
    "as",
    "assert",
    "async",
    "await",
    "bfloat16",
    "break",
    "buffers",
    "children",
    "class",
    "continue",
    "cpu",
    "cuda",
    "def",
    "del",
    "double",
    "dump_patches",
    "elif",
    "else",
    "eval",
    "except",
    "extend",
    "extra_repr",
    "finally",
    "float",
    "for",
    "forward",
    "from",
    "get_buffer",
    "get_extra_state",
    "get_parameter",
    "get_submodule",
    "global",
    "half",
    "if",
    "import",
    "in",
    "insert",
    "ipu",
    "is",
    "lambda",
    "load_state_dict",
    "modules",
    "named_buffers",
    "named_children",
    "named_modules",
    "named_parameters",
    "nonlocal",
    "not",
    "or",
    "parameters",
    "pass",
    "pop",
    "raise",
    "register_backward_hook",
    "register_buffer",
    "register_forward_hook",
    "register_forward_pre_hook",
    "register_full_backward_hook",
    "register_load_state_dict_post_hook",
    "register_module",
    "register_parameter",
    "requires_grad_",
    "return",
    "set_extra_state",
    "share_memory",
    "state_dict",
    "to",
    "to_empty",
    "train",
    "training",
    "try",
    "type",
    "while",
    "with",
    "xpu",
    "yield",
    "zero_grad",
});
static_assert(std::ranges::is_sorted(kTaken));

}  // namespace

bool isModuleName(std::string_view name)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    if (name.empty() || name.size() > NetworkLimits::kNameBytes)
        return false;
    if (std::ranges::all_of(name, isDigit))
        return name == "0" || name.front() != '0';
    return isLetter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return isLetter(c) || isDigit(c); });
}

bool isTakenByPyTorch(std::string_view name)
{
    const bool isPythons = name.size() > 4 && name.starts_with("__") && name.ends_with("__");
    return isPythons || std::ranges::binary_search(kTaken, name);
}

bool isTakenHere(std::string_view name)
{
    return name == "input" || name == "softmax";
}

}  // namespace glyphscope
