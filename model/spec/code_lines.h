// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/network_layers.h"
#include "model/spec/source_code.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace glyphscope {

/// Source code as it is written, line by line.
class CodeLines {
public:
    explicit CodeLines(std::size_t indentation) : m_indentation(indentation) {}

    /// `path` is that of the module that the line is about.
    void add(std::string_view line = {}, std::string_view path = {});
    /// Without indentation and about no module: text of several lines, which ends in a newline.
    void addBlock(std::string_view text);
    void in() { ++m_depth; }
    void out() { --m_depth; }
    [[nodiscard]] SourceCode take() { return std::move(m_code); }

private:
    SourceCode m_code;
    std::size_t m_indentation;
    std::size_t m_depth = 0;
};

/// Writes modules inside modules as expressions inside expressions, a line for each.
class NestedCode {
public:
    NestedCode(const std::vector<NetworkLayer>& layers, CodeLines& lines) : m_layers(layers), m_lines(lines)
    {
    }
    virtual ~NestedCode() = default;
    NestedCode(const NestedCode&) = delete;
    NestedCode& operator=(const NestedCode&) = delete;

    /// `before` and `after` stand around the expression.
    void write(std::size_t place, const std::string& before, const std::string& after);

protected:
    /// What stands around the children of a block, and around each of them.
    struct Form {
        std::string open;
        std::string close;
        std::string beforeName;
        std::string afterName;
        bool named = true;  ///< false: neither beforeName nor the name nor afterName
        std::string after;  ///< of each child
    };
    [[nodiscard]] virtual std::string leaf(const NetworkLayer& layer) const = 0;
    [[nodiscard]] virtual std::string empty() const = 0;  ///< a block without children
    [[nodiscard]] virtual std::string comment(const NetworkLayer& layer) const = 0;
    [[nodiscard]] virtual Form formOf(const NetworkLayer& block) const = 0;
    virtual void writeChildren(const NetworkLayer& block, const Form& form);

    [[nodiscard]] const NetworkLayer& layerAt(int place) const
    {
        return m_layers[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] CodeLines& lines() { return m_lines; }
    [[nodiscard]] const std::vector<NetworkLayer>& layers() const { return m_layers; }

private:
    const std::vector<NetworkLayer>& m_layers;
    CodeLines& m_lines;
};

/// Whether the children are called "0", "1", ... in their order.
[[nodiscard]] bool areNumbered(const std::vector<NetworkLayer>& layers, const std::vector<int>& children);

/// Places of the layers that are in no block.
[[nodiscard]] std::vector<int> topLayers(const std::vector<NetworkLayer>& layers);

/// titleOf() as an identifier.
[[nodiscard]] std::string classNameOf(const NetworkSpec& network);

/// "824,458 parameters, 4,241,152 multiply-adds an image."
[[nodiscard]] std::string totalsText(const std::vector<NetworkLayer>& layers);

[[nodiscard]] SourceCode pythonCode(const NetworkSpec& network, const std::vector<NetworkLayer>& layers);
[[nodiscard]] SourceCode sequentialCode(const NetworkSpec& network, const std::vector<NetworkLayer>& layers);
[[nodiscard]] SourceCode cppCode(const NetworkSpec& network, const std::vector<NetworkLayer>& layers);
[[nodiscard]] SourceCode printedCode(const NetworkSpec& network, const std::vector<NetworkLayer>& layers);

}  // namespace glyphscope
