// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/spec/source_code.h"

#include "model/spec/code_lines.h"
#include "model/spec/presets.h"
#include "model/types/message.h"

#include <cctype>

namespace glyphscope {

void CodeLines::add(std::string_view line, std::string_view path)
{
    if (!line.empty())
        m_code.text.append(m_depth * m_indentation, ' ').append(line);
    m_code.text += '\n';
    m_code.modules.emplace_back(path);
}

void CodeLines::addBlock(std::string_view text)
{
    m_code.text += text;
    for (const char c : text)
        if (c == '\n')
            m_code.modules.emplace_back();
}

void NestedCode::write(std::size_t place, const std::string& before, const std::string& after)
{
    const NetworkLayer& layer = m_layers[place];
    if (!layer.isBlock() || layer.children.empty()) {
        m_lines.add(before + (layer.isBlock() ? empty() : leaf(layer)) + after + comment(layer), layer.path);
        return;
    }
    const Form form = formOf(layer);
    m_lines.add(before + form.open + comment(layer), layer.path);
    m_lines.in();
    writeChildren(layer, form);
    m_lines.out();
    m_lines.add(form.close + after, layer.path);
}

void NestedCode::writeChildren(const NetworkLayer& block, const Form& form)
{
    for (const int child : block.children) {
        const std::string name = form.named
                                     ? form.beforeName + std::string(layerAt(child).name()) + form.afterName
                                     : std::string();
        write(static_cast<std::size_t>(child), name, form.after);
    }
}

bool areNumbered(const std::vector<NetworkLayer>& layers, const std::vector<int>& children)
{
    for (std::size_t i = 0; i < children.size(); ++i)
        if (layers[static_cast<std::size_t>(children[i])].name() != std::to_string(i))
            return false;
    return true;
}

std::vector<int> topLayers(const std::vector<NetworkLayer>& layers)
{
    std::vector<int> places;
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (layers[i].parent < 0)
            places.push_back(static_cast<int>(i));
    return places;
}

std::string classNameOf(const NetworkSpec& network)
{
    std::string name;
    for (const char c : titleOf(network))
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_')
            name += c;
    const bool digitFirst = !name.empty() && std::isdigit(static_cast<unsigned char>(name.front())) != 0;
    return name.empty() || digitFirst ? "Network" + name : name;
}

std::string totalsText(const std::vector<NetworkLayer>& layers)
{
    const NetworkTotals totals = totalsOf(layers);
    return groupedNumber(totals.parameters) + " parameters, " + groupedNumber(totals.multiplyAdds) +
           " multiply-adds an image.";
}

SourceCode sourceCode(const NetworkSpec& network, CodeLanguage language)
{
    const std::vector<NetworkLayer> layers = layersOf(network);
    switch (language) {
    case CodeLanguage::Python:
        return pythonCode(network, layers);
    case CodeLanguage::PythonSequential:
        return sequentialCode(network, layers);
    case CodeLanguage::Cpp:
        return cppCode(network, layers);
    case CodeLanguage::Print:
        break;
    }
    return printedCode(network, layers);
}

}  // namespace glyphscope
