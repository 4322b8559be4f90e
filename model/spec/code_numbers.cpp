// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/code_numbers.h"

#include "model/types/shown_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace glyphscope {
namespace {

constexpr std::int64_t kLargestWhole = 1'000'000'000'000;
constexpr std::size_t kShownOfANumber = 40;  // bytes

double realOf(const CodeExpression& number)
{
    return number.kind == CodeExpression::Kind::Whole ? static_cast<double>(number.whole) : number.real;
}

}  // namespace

CodeExpression computed(const CodeExpression& a, char sign, const CodeExpression& b, const CodePage& page)
{
    for (const CodeExpression* each : {&a, &b})
        if (each->kind != CodeExpression::Kind::Whole && each->kind != CodeExpression::Kind::Real)
            page.refuse(each->offset,
                        GLYPHSCOPE_TEXT("Spec", "Only numbers can be computed with; write out what "
                                                "this is."));
    CodeExpression result;
    result.offset = a.offset;
    const bool divides = sign == '/' || sign == '|';
    if (divides && realOf(b) == 0)
        page.refuse(b.offset, GLYPHSCOPE_TEXT("Spec", "Nothing can be divided by zero."));
    const double x = realOf(a);
    const double y = realOf(b);
    const double value = sign == '+'   ? x + y
                         : sign == '-' ? x - y
                         : sign == '*' ? x * y
                         : sign == '|' ? std::floor(x / y)
                                       : x / y;
    const bool whole =
        a.kind == CodeExpression::Kind::Whole && b.kind == CodeExpression::Kind::Whole && sign != '/';
    if (!(std::abs(value) <= static_cast<double>(kLargestWhole)))
        page.refuse(a.offset, GLYPHSCOPE_TEXT("Spec", "This number is too large."));
    result.kind = whole ? CodeExpression::Kind::Whole : CodeExpression::Kind::Real;
    result.real = value;
    result.whole = whole ? static_cast<std::int64_t>(value) : 0;
    return result;
}

CodeExpression numberOf(const CodeToken& token, const CodePage& page)
{
    CodeExpression result;
    result.offset = token.offset;
    std::string digits(token.text);
    std::erase(digits, '_');
    const char* const end = digits.data() + digits.size();
    const auto whole = std::from_chars(digits.data(), end, result.whole);
    const bool isWhole = whole.ec == std::errc() && whole.ptr == end;
    const auto real = std::from_chars(digits.data(), end, result.real);
    if (!isWhole && (real.ec != std::errc() || real.ptr != end || !std::isfinite(result.real)))
        page.refuse(token.offset, GLYPHSCOPE_TEXT("Spec", "\"%1\" is not a number."),
                    shownText(token.text, kShownOfANumber));
    if (!(std::abs(result.real) <= static_cast<double>(kLargestWhole)))
        page.refuse(token.offset, GLYPHSCOPE_TEXT("Spec", "This number is too large."));
    result.kind = isWhole ? CodeExpression::Kind::Whole : CodeExpression::Kind::Real;
    return result;
}

std::int64_t indexOf(const CodeToken& token, const CodePage& page)
{
    std::int64_t value = 0;
    const char* const end = token.text.data() + token.text.size();
    const auto read = std::from_chars(token.text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || value > kLargestWhole)
        page.refuse(token.offset, GLYPHSCOPE_TEXT("Spec", "\"%1\" is not a number."),
                    shownText(token.text, kShownOfANumber));
    return value;
}

}  // namespace glyphscope
