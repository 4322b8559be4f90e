// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace glyphscope {

/// What the classes of a data set or of a network are called: class k has the k-th name. A value that is
/// cheap to copy, since copies share the names, which never change. Without any names it knows no class;
/// name() then gives numbers.
class ClassSet {
public:
    enum class Kind {
        Digits,   ///< every name is one of 0 to 9; so is an empty set
        Letters,  ///< every name is one character, and some are no digit
        Other,    ///< words, or numbers of several digits
    };

    ClassSet() = default;
    explicit ClassSet(std::vector<std::string> names)
        : m_names(std::make_shared<const std::vector<std::string>>(std::move(names)))
        , m_kind(kindOf(*m_names))
    {
    }

    /// "0", "1", ..., as classes are called that nobody has named.
    [[nodiscard]] static ClassSet numbered(int count)
    {
        std::vector<std::string> names;
        for (int k = 0; k < count; ++k)
            names.push_back(std::to_string(k));
        return ClassSet(std::move(names));
    }

    /// "0" to "9": what MNIST and the shipped weights know.
    [[nodiscard]] static ClassSet digits()
    {
        static const ClassSet all = numbered(10);
        return all;
    }

    [[nodiscard]] const std::vector<std::string>& names() const
    {
        static const std::vector<std::string> none;
        return m_names ? *m_names : none;
    }
    [[nodiscard]] int size() const { return static_cast<int>(names().size()); }
    [[nodiscard]] bool empty() const { return names().empty(); }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isDigits() const { return m_kind == Kind::Digits; }

    /// The class' name, or its number where it has none.
    [[nodiscard]] std::string name(int index) const
    {
        return index >= 0 && index < size() ? names()[static_cast<std::size_t>(index)]
                                            : std::to_string(index);
    }

    /// The class of that name, or -1.
    [[nodiscard]] int indexOf(std::string_view name) const
    {
        const auto found = std::find(names().begin(), names().end(), name);
        return found == names().end() ? -1 : static_cast<int>(found - names().begin());
    }

    /// Whether a label of these classes means the same in `whole`: each has the same number and name there.
    [[nodiscard]] bool fitsInto(const ClassSet& whole) const
    {
        return size() <= whole.size() && std::equal(names().begin(), names().end(), whole.names().begin());
    }

    /// What files note: nothing where every class is called by its number.
    [[nodiscard]] std::vector<std::string> givenNames() const
    {
        return *this == numbered(size()) ? std::vector<std::string>() : names();
    }

    friend bool operator==(const ClassSet& a, const ClassSet& b)
    {
        return a.m_names == b.m_names || a.names() == b.names();
    }

private:
    /// The one place that tells digits from other names.
    [[nodiscard]] static Kind kindOf(const std::vector<std::string>& names)
    {
        const auto isDigit = [](const std::string& name) {
            return name.size() == 1 && name[0] >= '0' && name[0] <= '9';
        };
        // In UTF-8 all but the first byte of a character are 10xxxxxx.
        const auto isCharacter = [](const std::string& name) {
            return std::count_if(name.begin(), name.end(), [](char c) {
                       return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                   }) == 1;
        };
        if (std::all_of(names.begin(), names.end(), isDigit))
            return Kind::Digits;
        return std::all_of(names.begin(), names.end(), isCharacter) ? Kind::Letters : Kind::Other;
    }

    std::shared_ptr<const std::vector<std::string>> m_names;
    Kind m_kind = Kind::Digits;
};

}  // namespace glyphscope
