// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/checkpoint/detail/pickle.h"
#include "model/types/message.h"
#include "model/types/state_dict.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope::pt {

/// Throws Error for the file `name`, and says what to save instead.
[[noreturn]] void refuse(const std::string& name, const Message& reason);

/// A tensor in the file: a storage, and which of its numbers belong to it.
struct TensorView;

/// The tensors that a pickle of PyTorch's describes. The pickle and the bytes must outlive it.
class Tensors {
public:
    /// An entry of the zip by its path below the root; nullopt if it is not there.
    using Entries = std::function<std::optional<std::span<const std::byte>>(std::string_view)>;

    /// `name` stands for the file in messages, which has `fileBytes`.
    Tensors(const Pickle& pickle, Entries entries, std::size_t fileBytes, const std::string& name)
        : m_pickle(pickle), m_entries(std::move(entries)), m_fileBytes(fileBytes), m_name(name)
    {
    }

    [[nodiscard]] bool isTensor(const PickleValue& value) const;

    /// The sides as the file tells them, unchecked; none where it tells of no such tensor.
    [[nodiscard]] std::vector<std::int64_t> shapeOf(const PickleValue& value) const;

    /// The tensor with its numbers. Throws Error, also where those read so far are more than the file may
    /// hold.
    [[nodiscard]] NamedTensor read(const std::string& key, const PickleValue& value);

private:
    using Numbers = std::vector<std::uint32_t>;

    [[noreturn]] void refuse(const Message& reason) const { pt::refuse(m_name, reason); }
    [[nodiscard]] const PickleValue& at(std::uint32_t number) const { return m_pickle.at(number); }
    [[nodiscard]] const Numbers* callOf(const PickleValue& value, std::string_view function) const;
    [[nodiscard]] bool isEmptyDict(std::uint32_t number) const;
    [[nodiscard]] const PickleValue& dataOf(const std::string& key, const PickleValue& value) const;
    [[nodiscard]] const Numbers* plainArguments(const PickleValue& value) const;
    [[nodiscard]] TensorView viewOf(const std::string& key, const PickleValue& value) const;
    [[nodiscard]] TensorView storageOf(const std::string& key, const PickleValue& value) const;
    [[nodiscard]] std::uint64_t wholeNumber(const Message& what, const PickleValue& value) const;
    [[nodiscard]] std::vector<std::uint64_t> wholeNumbers(const Message& what,
                                                          const PickleValue& value) const;
    void checkExtent(const std::string& key, const TensorView& view) const;

    const Pickle& m_pickle;
    const Entries m_entries;
    const std::size_t m_fileBytes;
    const std::string& m_name;
    std::uint64_t m_taken = 0;  // bytes of the tensors so far, as stored
    std::uint64_t m_asFloats = 0;
};

}  // namespace glyphscope::pt
