// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checkpoint/detail/pickle.h"

#include "model/checkpoint/detail/byte_cursor.h"
#include "model/checkpoint/detail/pickle_opcodes.h"
#include "model/types/error.h"
#include "model/types/shown_text.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

namespace glyphscope {
namespace {

using Kind = PickleValue::Kind;
using Number = std::uint32_t;  // of a value

constexpr int kOldestProtocol = 2;
constexpr int kNewestProtocol = 5;
constexpr std::size_t kLongestName = 256;

/// The pickle machine: a stack, marks in it and a memo. It makes values and calls nothing.
class Machine {
public:
    Machine(std::span<const std::byte> bytes, const std::string& place, std::span<const PickleGlobal> known)
        : m_cursor(bytes, place), m_place(place), m_known(known)
    {
        if (bytes.size() > PickleLimits::kBytes)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it is larger than the 64 MiB that are read."));
    }

    Pickle run()
    {
        readProtocol();
        for (;;) {
            m_opcodeAt = m_cursor.at();
            const auto opcode = static_cast<Opcode>(m_cursor.number<std::uint8_t>());
            if (opcode == Opcode::Stop)
                break;
            perform(opcode);
        }
        if (m_cursor.left() != 0)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "more follows its end."));
        if (m_stack.size() != 1 || !m_marks.empty())
            refuse({GLYPHSCOPE_TEXT("Checkpoint", "it ends with %1 values where one is expected."),
                    m_stack.size()});
        m_pickle.root = m_stack.back();
        return std::move(m_pickle);
    }

private:
    [[noreturn]] void refuse(const Message& reason) const
    {
        throw Error(
            GLYPHSCOPE_TEXT("Checkpoint",
                            "%1, byte %2: %3 Only plain tensors are read, and no code is ever run. Save the "
                            "weights alone from Python: torch.save(model.state_dict(), \"weights.pt\")."),
            m_place, m_opcodeAt, reason);
    }

    void readProtocol()
    {
        if (m_cursor.left() < 2 || static_cast<Opcode>(m_cursor.number<std::uint8_t>()) != Opcode::Proto)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it does not begin as a pickle does."));
        if (const int protocol = m_cursor.number<std::uint8_t>();
            protocol < kOldestProtocol || protocol > kNewestProtocol)
            refuse(
                {GLYPHSCOPE_TEXT("Checkpoint", "it is a pickle of protocol %1; those from 2 to 5 are read."),
                 protocol});
    }

    void perform(Opcode opcode)
    {
        switch (opcode) {
        case Opcode::Mark:
            return mark();
        case Opcode::None:
            return push({});
        case Opcode::NewTrue:
            return push({.kind = Kind::Bool, .integer = 1});
        case Opcode::NewFalse:
            return push({.kind = Kind::Bool});
        case Opcode::BinInt:
            return pushInteger(std::bit_cast<std::int32_t>(m_cursor.number<std::uint32_t>()));
        case Opcode::BinInt1:
            return pushInteger(m_cursor.number<std::uint8_t>());
        case Opcode::BinInt2:
            return pushInteger(m_cursor.number<std::uint16_t>());
        case Opcode::Long1:
            return pushLong(m_cursor.number<std::uint8_t>());
        case Opcode::Long4:
            return pushLong(m_cursor.number<std::uint32_t>());
        case Opcode::BinFloat:
            return push({.kind = Kind::Float, .number = bigEndianDouble()});
        case Opcode::EmptyTuple:
            return push({.kind = Kind::Tuple});
        case Opcode::EmptyList:
            return push({.kind = Kind::List});
        case Opcode::EmptyDict:
            return push({.kind = Kind::Dict});
        case Opcode::EmptySet:
            return pushObject("builtins set");
        default:
            return spell(opcode);
        }
    }

    /// Opcodes with texts and bytes in them; bytes are skipped.
    void spell(Opcode opcode)
    {
        switch (opcode) {
        case Opcode::BinUnicode:
        case Opcode::BinString:
            return pushText(m_cursor.number<std::uint32_t>());
        case Opcode::ShortBinUnicode:
        case Opcode::ShortBinString:
            return pushText(m_cursor.number<std::uint8_t>());
        case Opcode::BinUnicode8:
            return pushText(m_cursor.number<std::uint64_t>());
        case Opcode::BinBytes:
            return skipBytes(m_cursor.number<std::uint32_t>());
        case Opcode::ShortBinBytes:
            return skipBytes(m_cursor.number<std::uint8_t>());
        case Opcode::BinBytes8:
        case Opcode::ByteArray8:
            return skipBytes(m_cursor.number<std::uint64_t>());
        case Opcode::Frame:  // tells how much to read ahead
            (void)m_cursor.number<std::uint64_t>();
            return;
        default:
            return combine(opcode);
        }
    }

    /// Opcodes that put values together.
    void combine(Opcode opcode)
    {
        switch (opcode) {
        case Opcode::Tuple:
            return pushTuple(popToMark());
        case Opcode::Tuple1:
            return pushTuple(pop(1));
        case Opcode::Tuple2:
            return pushTuple(pop(2));
        case Opcode::Tuple3:
            return pushTuple(pop(3));
        case Opcode::Append:
            return extend(Kind::List, pop(1));
        case Opcode::Appends:
        case Opcode::AddItems:
            return extend(Kind::List, popToMark());
        case Opcode::SetItem:
            return extend(Kind::Dict, pop(2));
        case Opcode::SetItems:
            return extend(Kind::Dict, popToMark());
        case Opcode::FrozenSet:
            (void)popToMark();
            return pushObject("builtins frozenset");
        case Opcode::Global:
            return global();
        case Opcode::StackGlobal:
            return stackGlobal();
        case Opcode::Reduce:
        case Opcode::NewObj:
            return call(pop(2));
        case Opcode::NewObjEx:
            return makeOf(m_pickle.at(pop(3).front()));
        case Opcode::Build:
            return build();
        case Opcode::BinPersId:
            return push({.kind = Kind::Id, .items = pop(1)});
        default:
            return recallOrDrop(opcode);
        }
    }

    /// Opcodes of the memo and of the stack itself.
    void recallOrDrop(Opcode opcode)
    {
        switch (opcode) {
        case Opcode::BinPut:
            return remember(m_cursor.number<std::uint8_t>());
        case Opcode::LongBinPut:
            return remember(m_cursor.number<std::uint32_t>());
        case Opcode::Memoize:
            return remember(m_memo.size());
        case Opcode::BinGet:
            return recall(m_cursor.number<std::uint8_t>());
        case Opcode::LongBinGet:
            return recall(m_cursor.number<std::uint32_t>());
        case Opcode::Pop:
            return drop();
        case Opcode::PopMark:
            (void)popToMark();
            return;
        case Opcode::Dup:
            return pushNumber(topNumber());
        default:
            refuse(
                {GLYPHSCOPE_TEXT("Checkpoint", "the opcode %1 is none of those that Python's pickle writes."),
                 opcodeName(static_cast<std::uint8_t>(opcode))});
        }
    }

    void push(PickleValue value)
    {
        if (m_pickle.values.size() >= PickleLimits::kValues)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it makes more than 200,000 values."));
        m_pickle.values.push_back(std::move(value));
        pushNumber(static_cast<Number>(m_pickle.values.size() - 1));
    }

    void pushNumber(Number number)
    {
        if (m_stack.size() >= PickleLimits::kStack)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "its stack grows beyond 20,000 values."));
        m_stack.push_back(number);
    }

    void pushInteger(std::int64_t integer) { push({.kind = Kind::Integer, .integer = integer}); }
    void pushTuple(std::vector<Number> items) { push({.kind = Kind::Tuple, .items = std::move(items)}); }
    void pushText(std::uint64_t size) { push({.kind = Kind::Text, .text = m_cursor.text(size)}); }
    void pushObject(std::string_view name) { push({.kind = Kind::Object, .text = name}); }

    void skipBytes(std::uint64_t size)
    {
        m_cursor.take(size);
        pushObject("builtins bytes");
    }

    void mark()
    {
        if (m_marks.size() >= PickleLimits::kMarks)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it is nested more than 64 deep."));
        m_marks.push_back(m_stack.size());
    }

    /// Values above the last mark only: what is below belongs to what is not finished yet.
    std::vector<Number> pop(std::size_t count)
    {
        const std::size_t floor = m_marks.empty() ? 0 : m_marks.back();
        if (m_stack.size() - floor < count)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it takes more values off its stack than there are."));
        std::vector<Number> items(m_stack.end() - static_cast<std::ptrdiff_t>(count), m_stack.end());
        m_stack.resize(m_stack.size() - count);
        return items;
    }

    std::vector<Number> popToMark()
    {
        if (m_marks.empty())
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it goes back to a mark that is not there."));
        std::vector<Number> items = pop(m_stack.size() - m_marks.back());
        m_marks.pop_back();
        return items;
    }

    /// The value on top, which stays there.
    Number topNumber()
    {
        const Number number = pop(1).front();
        m_stack.push_back(number);
        return number;
    }
    PickleValue& top() { return m_pickle.values[topNumber()]; }

    /// A mark counts as a value.
    void drop()
    {
        if (!m_marks.empty() && m_marks.back() == m_stack.size())
            m_marks.pop_back();
        else
            (void)pop(1);
    }

    void extend(Kind kind, const std::vector<Number>& items)
    {
        PickleValue& target = top();
        if (target.kind == Kind::Object && kind == Kind::List)
            return;  // a set, a deque
        const bool fits = target.kind == kind || target.kind == Kind::Object;
        if (!fits || (kind == Kind::Dict && items.size() % 2 != 0))
            refuse(
                kind == Kind::Dict
                    ? GLYPHSCOPE_TEXT("Checkpoint", "it sets items of what is no dictionary, or half a pair.")
                    : GLYPHSCOPE_TEXT("Checkpoint", "it appends to what is no list."));
        target.items.insert(target.items.end(), items.begin(), items.end());
    }

    void global()
    {
        // two lines; the space between the names cannot be part of either
        const std::string module = line();
        pushGlobal(module + ' ' + line());
    }

    void stackGlobal()
    {
        const std::vector<Number> names = pop(2);
        const PickleValue& module = m_pickle.at(names[0]);
        const PickleValue& name = m_pickle.at(names[1]);
        if (module.kind != Kind::Text || name.kind != Kind::Text ||
            module.text.size() + name.text.size() > kLongestName)
            refuse(
                GLYPHSCOPE_TEXT("Checkpoint", "a global is named by what is no text of at most 256 bytes."));
        pushGlobal(std::string(module.text) + ' ' + std::string(name.text));
    }

    void pushGlobal(const std::string& name)
    {
        push({.kind = Kind::Global, .text = *m_pickle.names.insert(name).first});
    }

    std::string line()
    {
        std::string text;
        for (char c = next(); c != '\n'; c = next()) {
            text += c;
            if (text.size() > kLongestName)
                refuse(
                    {GLYPHSCOPE_TEXT("Checkpoint", "the name of a global is longer than 256 bytes: \"%1\"."),
                     shownText(text)});
        }
        return text;
    }

    char next() { return static_cast<char>(m_cursor.number<std::uint8_t>()); }

    /// A call, or a new object of a class.
    void call(const std::vector<Number>& pair)
    {
        const PickleValue& function = m_pickle.at(pair[0]);
        const PickleValue& arguments = m_pickle.at(pair[1]);
        if (arguments.kind != Kind::Tuple)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it calls a function with what are no arguments."));
        const auto known = std::ranges::find(m_known, function.text, &PickleGlobal::name);
        if (function.kind != Kind::Global || known == m_known.end())
            return makeOf(function);
        if (known->role == PickleRole::Function)
            return push({.kind = Kind::Call, .items = pair});
        if (arguments.items.empty())
            return push({.kind = Kind::Dict});
        makeOf(function);
    }

    /// What only running `function` could make.
    void makeOf(const PickleValue& function)
    {
        if (function.kind != Kind::Global && function.kind != Kind::Object)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it calls what is no function."));
        pushObject(function.text);
    }

    /// Attributes, such as the _metadata of PyTorch's dictionaries: of no use here.
    void build()
    {
        const PickleValue& state = m_pickle.at(pop(1).front());
        PickleValue& target = top();
        if (target.kind == Kind::Object)
            target.isModule = target.isModule || hasKey(state, "_modules");
        else if (target.kind != Kind::Dict || state.kind != Kind::Dict)
            refuse(GLYPHSCOPE_TEXT("Checkpoint", "it sets the state of what has none."));
    }

    [[nodiscard]] bool hasKey(const PickleValue& dict, std::string_view key) const
    {
        if (dict.kind != Kind::Dict)
            return false;
        // a module's own attributes come first, and long dictionaries must not cost
        constexpr std::size_t kLookedAt = 128;
        for (std::size_t i = 0; i < std::min(dict.items.size(), kLookedAt); i += 2)
            if (m_pickle.at(dict.items[i]).text == key)
                return true;
        return false;
    }

    void remember(std::size_t where)
    {
        if (where >= PickleLimits::kValues)
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "it remembers a value under the number %1; at most 200,000 are."),
                    where});
        const Number number = pop(1).front();
        m_stack.push_back(number);
        if (where >= m_memo.size())
            m_memo.resize(where + 1);
        m_memo[where] = number;
    }

    void recall(std::uint32_t where)
    {
        if (where >= m_memo.size() || !m_memo[where])
            refuse({GLYPHSCOPE_TEXT("Checkpoint",
                                    "it recalls the value number %1, which it has not remembered."),
                    where});
        pushNumber(*m_memo[where]);
    }

    void pushLong(std::size_t size)
    {
        const auto bytes = m_cursor.take(size);
        if (bytes.size() > sizeof(std::int64_t))
            return pushObject("builtins int");  // the state of a random generator
        std::uint64_t value = 0;
        if (!bytes.empty() && (bytes.back() & std::byte{0x80}) != std::byte{0})
            value = ~std::uint64_t{0};  // negative: the sign extends into the bytes that are left out
        for (std::size_t i = bytes.size(); i-- > 0;)
            value = value << 8U | std::to_integer<std::uint64_t>(bytes[i]);
        pushInteger(std::bit_cast<std::int64_t>(value));
    }

    double bigEndianDouble()
    {
        std::uint64_t value = 0;
        for (const std::byte byte : m_cursor.take(sizeof(double)))
            value = value << 8U | std::to_integer<std::uint64_t>(byte);
        return std::bit_cast<double>(value);
    }

    ByteCursor m_cursor;
    const std::string& m_place;
    std::span<const PickleGlobal> m_known;
    std::size_t m_opcodeAt = 0;
    Pickle m_pickle;
    std::vector<Number> m_stack;
    std::vector<std::size_t> m_marks;  // heights of the stack
    std::vector<std::optional<Number>> m_memo;
};

}  // namespace

Pickle readPickle(std::span<const std::byte> bytes, const std::string& place,
                  std::span<const PickleGlobal> known)
{
    return Machine(bytes, place, known).run();
}

}  // namespace glyphscope
