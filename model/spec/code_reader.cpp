// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/code_reader.h"

#include "model/spec/code_cursor.h"
#include "model/spec/code_numbers.h"
#include "model/spec/network_layers.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace glyphscope {
namespace {

using Said = CodeExpression::Kind;

class CodeParser : private CodeCursor {
public:
    using CodeCursor::CodeCursor;

    CodeExpression network()
    {
        while (true) {
            if (now().kind == TokenKind::End)
                refuseNone();
            if (skipStatement())
                continue;
            if (std::optional<CodeExpression> found = statement())
                return std::move(*found);
        }
    }

private:
    [[noreturn]] void refuseNone() const
    {
        if (m_classes)
            refuse(GLYPHSCOPE_TEXT("Spec", "Only classes are defined here, which are not run. Paste an "
                                           "nn.Sequential(...), or what print(model) shows."));
        refuse(GLYPHSCOPE_TEXT("Spec", "There is no network. Paste an nn.Sequential(...), or what "
                                       "print(model) shows."));
    }
    /// Imports, classes and functions; texts that stand alone.
    bool skipStatement()
    {
        const bool block = isWord("class") || isWord("def") || is(now(), "@");
        const bool line = isWord("import") || isWord("from") || now().kind == TokenKind::Text;
        if (!block && !line)
            return false;
        m_classes = m_classes || block;
        do
            advance();
        while (now().kind != TokenKind::End && !(now().startsLine && !(block && now().indented)));
        return true;
    }

    /// The network; nothing for `hidden = 128`.
    std::optional<CodeExpression> statement()
    {
        if (isWord("return"))
            advance();
        const std::string variable = target();
        CodeExpression value = expression();
        if (value.kind == Said::Call) {
            skipMoves();
            if (now().kind != TokenKind::End)
                refuse(GLYPHSCOPE_TEXT("Spec", "The network ends before this. Paste it alone."));
            return value;
        }
        const bool number = value.kind == Said::Whole || value.kind == Said::Real;
        if (variable.empty() || !number)
            page().refuse(value.offset, GLYPHSCOPE_TEXT("Spec", "This is no network. Paste an "
                                                                "nn.Sequential(...), or what print(model) "
                                                                "shows."));
        if (m_variables.size() >= CodeLimits::kVariables)
            page().refuse(value.offset, GLYPHSCOPE_TEXT("Spec", "There are more than %1 numbers with names."),
                          CodeLimits::kVariables);
        m_variables[variable] = value;
        if (now().kind != TokenKind::End && !now().startsLine && !take(";"))
            refuse(GLYPHSCOPE_TEXT("Spec", "A new line is expected before \"%1\"."), shown());
        return std::nullopt;
    }

    /// .to(device), .cuda(), .eval() behind the network, which change no module.
    void skipMoves()
    {
        static constexpr auto kMoves = std::to_array<std::string_view>(
            {"to", "cuda", "cpu", "eval", "train", "float", "requires_grad_", "share_memory"});
        while (is(now(), ".") && std::ranges::find(kMoves, ahead(1).text) != kMoves.end() &&
               is(ahead(2), "(")) {
            skip(2);
            int open = 0;
            do {
                open += is(now(), "(") ? 1 : is(now(), ")") ? -1 : 0;
                advance();
            } while (open > 0 && now().kind != TokenKind::End);
            if (open > 0)
                refuseToken(")");
        }
    }

    /// What stands in front of the "=", "self.net" by its last part; empty for none.
    std::string target()
    {
        std::size_t end = 1;
        while (is(ahead(end), ".") && ahead(end + 1).kind == TokenKind::Name)
            end += 2;
        if (now().kind != TokenKind::Name || !is(ahead(end), "="))
            return {};
        const std::string name(ahead(end - 1).text);
        skip(end + 1);
        return name;
    }

    /// Sums and products of numbers, or anything else alone.
    CodeExpression expression()
    {
        const Depth deeper(*this);
        CodeExpression left = product();
        while (is(now(), "+") || is(now(), "-")) {
            const char sign = now().text.front();
            advance();
            left = computed(left, sign, product(), page());
        }
        return left;
    }

    CodeExpression product()
    {
        CodeExpression left = signedNumber();
        while (is(now(), "*") || is(now(), "/") || is(now(), "//")) {
            const char sign = is(now(), "//") ? '|' : now().text.front();
            advance();
            left = computed(left, sign, signedNumber(), page());
        }
        return left;
    }

    CodeExpression signedNumber()
    {
        bool negative = false;
        const std::size_t offset = now().offset;
        while (is(now(), "-") || is(now(), "+")) {
            negative = negative != is(now(), "-");
            advance();
        }
        CodeExpression value = primary();
        if (!negative)
            return value;
        CodeExpression zero;
        zero.kind = Said::Whole;
        zero.offset = offset;
        return computed(zero, '-', value, page());
    }

    CodeExpression primary()
    {
        switch (now().kind) {
        case TokenKind::Number: {
            CodeExpression value = numberOf(now(), page());
            advance();
            return value;
        }
        case TokenKind::Text: {
            CodeExpression text;
            text.kind = Said::Text;
            text.offset = now().offset;
            text.text = now().text;
            advance();
            return text;
        }
        case TokenKind::Name:
            return name();
        case TokenKind::Mark:
        case TokenKind::End:
            break;
        }
        if (is(now(), "(") || is(now(), "["))
            return list();
        if (is(now(), "{"))
            return pairs();
        if (now().kind == TokenKind::End)
            refuse(GLYPHSCOPE_TEXT("Spec", "The text ends here, but a module or a number is expected. Paste "
                                           "it whole."));
        refuse(GLYPHSCOPE_TEXT("Spec", "A module or a number is expected here, but there is \"%1\"."),
               shown());
    }

    CodeExpression name()
    {
        CodeExpression result;
        result.offset = now().offset;
        result.text = now().text;
        advance();
        bool dotted = false;
        while (is(now(), ".") && ahead(1).kind == TokenKind::Name) {
            advance();
            result.text = now().text;
            dotted = true;
            advance();
        }
        if (is(now(), "("))
            return call(std::move(result));
        if (now().kind == TokenKind::Text && !dotted)
            page().refuse(result.offset, GLYPHSCOPE_TEXT("Spec", "Texts with a letter in front of the quotes "
                                                                 "are not read. Write the text out."));
        if (const auto known = m_variables.find(result.text); known != m_variables.end() && !dotted) {
            CodeExpression value = known->second;
            value.offset = result.offset;
            return value;
        }
        const bool flag = result.text == "True" || result.text == "False";
        result.kind = flag ? Said::Flag : result.text == "None" ? Said::None : Said::Name;
        result.flag = result.text == "True";
        return result;
    }

    /// (a, b), (a), [a, b], [a for _ in range(n)] and (a for _ in range(n))
    CodeExpression list()
    {
        const std::string_view close = is(now(), "(") ? ")" : "]";
        CodeExpression result;
        result.kind = Said::List;
        result.offset = now().offset;
        advance();
        bool comma = false;
        while (!is(now(), close)) {
            result.items.push_back(starred());
            if (isWord("for") && result.items.size() == 1)
                return repeated(std::move(result), close);
            comma = take(",");
            if (!comma && !is(now(), close))
                refuseToken(close);
        }
        expect(close);
        if (close == ")" && result.items.size() == 1 && !comma && !result.items[0].starred)
            return result.items[0];
        return result;
    }

    CodeExpression starred()
    {
        const bool star = take("*");
        CodeExpression value = expression();
        value.starred = star;
        return value;
    }

    CodeExpression repeated(CodeExpression result, std::string_view close)
    {
        if (result.items[0].starred)
            refuseToken(close);
        advance();  // for
        if (now().kind != TokenKind::Name)
            refuseToken("_");
        advance();
        if (!isWord("in"))
            refuseToken("in");
        advance();
        if (!isWord("range"))
            refuseToken("range");
        advance();
        expect("(");
        const std::size_t offset = now().offset;
        CodeExpression count = expression();
        if (take(","))
            count = computed(expression(), '-', count, page());
        expect(")");
        expect(close);
        if (count.kind != Said::Whole || count.whole < 0 ||
            count.whole > static_cast<std::int64_t>(NetworkLimits::kModules))
            page().refuse(offset, GLYPHSCOPE_TEXT("Spec", "A network has at most %1 modules."),
                          NetworkLimits::kModules);
        result.kind = Said::Repeated;
        result.whole = count.whole;
        return result;
    }

    CodeExpression pairs()
    {
        CodeExpression result;
        result.kind = Said::Pairs;
        result.offset = now().offset;
        advance();
        while (!is(now(), "}")) {
            CodeExpression pair;
            pair.kind = Said::List;
            pair.offset = now().offset;
            pair.items.push_back(expression());
            expect(":");
            pair.items.push_back(expression());
            result.items.push_back(std::move(pair));
            if (!take(",") && !is(now(), "}"))
                refuseToken("}");
        }
        advance();
        return result;
    }

    /// Whether "(name): " or "(0-3): " stands here, as print() writes it.
    [[nodiscard]] bool atChild() const
    {
        if (!is(now(), "(") || (ahead(1).kind != TokenKind::Name && ahead(1).kind != TokenKind::Number))
            return false;
        const std::size_t end = is(ahead(2), "-") && ahead(3).kind == TokenKind::Number ? 4 : 2;
        return is(ahead(end), ")") && is(ahead(end + 1), ":");
    }

    CodeExpression call(CodeExpression result)
    {
        const Depth deeper(*this);
        result.kind = Said::Call;
        advance();
        result.printed = atChild();
        while (result.printed && !is(now(), ")"))
            child(result);
        while (!is(now(), ")")) {
            result.items.push_back(argument());
            if (isWord("for"))
                refuse(GLYPHSCOPE_TEXT("Spec", "Write *[... for _ in range(n)], with brackets."));
            if (!take(",") && !is(now(), ")"))
                refuseToken(")");
        }
        advance();
        return result;
    }

    CodeExpression argument()
    {
        std::string keyword;
        if (now().kind == TokenKind::Name && is(ahead(1), "=")) {
            keyword = now().text;
            advance();
            advance();
        } else if (is(now(), "**")) {
            refuse(GLYPHSCOPE_TEXT("Spec", "Arguments after ** are not read. Write them out."));
        }
        CodeExpression value = keyword.empty() ? starred() : expression();
        value.name = std::move(keyword);
        return value;
    }

    /// PyTorch 2 writes equal modules in a row once: "(0-3): 4 x Sequential(".
    void child(CodeExpression& block)
    {
        if (!atChild())
            refuseToken(")");
        advance();
        const CodeToken name = now();
        advance();
        std::int64_t first = 0;
        std::int64_t last = 0;
        const bool range = take("-");
        if (range) {
            first = indexOf(name, page());
            last = indexOf(now(), page());
            advance();
        }
        expect(")");
        expect(":");
        if (range && now().kind == TokenKind::Number && ahead(1).text == "x") {
            advance();
            advance();
        }
        CodeExpression module = expression();
        module.name = name.text;
        if (last < first || last - first >= static_cast<std::int64_t>(NetworkLimits::kModules) ||
            block.items.size() >= NetworkLimits::kModules)
            page().refuse(name.offset, GLYPHSCOPE_TEXT("Spec", "A network has at most %1 modules."),
                          NetworkLimits::kModules);
        if (!range) {
            block.items.push_back(std::move(module));
            return;
        }
        CodeExpression all;
        all.kind = Said::Repeated;
        all.offset = name.offset;
        all.whole = last - first + 1;
        all.real = static_cast<double>(first);
        all.items.push_back(std::move(module));
        block.items.push_back(std::move(all));
    }

    /// One level of brackets.
    class Depth {
    public:
        explicit Depth(CodeParser& parser) : m_parser(parser)
        {
            if (++parser.m_depth > CodeLimits::kDepth)
                parser.refuse(GLYPHSCOPE_TEXT("Spec", "This is nested deeper than a network can be."));
        }
        ~Depth() { --m_parser.m_depth; }
        Depth(const Depth&) = delete;
        Depth& operator=(const Depth&) = delete;

    private:
        CodeParser& m_parser;
    };

    std::map<std::string, CodeExpression> m_variables;
    std::size_t m_depth = 0;
    bool m_classes = false;
};

}  // namespace

CodeExpression readCode(const CodePage& page)
{
    return CodeParser(page).network();
}

}  // namespace glyphscope
