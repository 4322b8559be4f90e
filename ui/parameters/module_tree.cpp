// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parameters/module_tree.h"

#include "model/spec/layer_kinds.h"
#include "ui/text/number_text.h"
#include "ui/text/parameter_text.h"

#include <QtCore/QCoreApplication>

#include <map>
#include <string>

using namespace Qt::StringLiterals;

namespace glyphscope {

namespace {

struct ModuleTreeText {
    Q_DECLARE_TR_FUNCTIONS(glyphscope::ModuleTreeText)
};

QString counted(std::int64_t count)
{
    return count == 0 ? dashText() : countText(count);
}

QString memory(std::int64_t bytes)
{
    return bytes == 0 ? dashText() : memoryText(bytes);
}

QList<QStandardItem*> rowOf(const ModuleInfo& module)
{
    const QString name = QString::fromStdString(module.name);
    const QString kind = QString::fromStdString(module.kind);
    const QStringList texts{name.isEmpty() ? kind : name.section(u'.', -1),
                            name.isEmpty() ? ModuleTreeText::tr("the network") : kind,
                            tensorShapeText(module.outputShape),
                            counted(module.parameters),
                            counted(module.multiplyAdds),
                            memory(module.parameterBytes),
                            memory(module.outputBytes)};
    const QString tip = name.isEmpty() ? kind : ModuleTreeText::tr("%1: %2").arg(name, kind);
    QList<QStandardItem*> row;
    for (int column = 0; column < kModuleColumnCount; ++column) {
        auto* item = new QStandardItem(texts[column]);
        item->setEditable(false);
        item->setTextAlignment((column <= kModuleOutput ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        item->setToolTip(tip);
        row << item;
    }
    row.first()->setData(name, kModuleNameRole);
    return row;
}

/// A Repeat holds the same modules so many times: "Repeat ×4".
void nameRepeats(const NetworkDescription& network, const std::map<std::string, QStandardItem*>& holders)
{
    for (const ModuleInfo& module : network.modules) {
        const KindInfo* kind = kindOfText(module.kind);
        QStandardItem* item = holders.at(module.name);
        if (kind == nullptr || kind->kind != LayerKind::Repeat || item->rowCount() == 0)
            continue;
        QStandardItem* text = item->parent() == nullptr ? item->model()->item(item->row(), kModuleKind)
                                                        : item->parent()->child(item->row(), kModuleKind);
        text->setText(
            ModuleTreeText::tr("%1 \u00D7%2", "a kind of module, how often it is repeated")
                .arg(QString::fromLatin1(kind->name.data(), static_cast<qsizetype>(kind->name.size())))
                .arg(item->rowCount()));
    }
}

void setTitles(QStandardItemModel& model)
{
    const QStringList titles{ModuleTreeText::tr("Module"),       ModuleTreeText::tr("Kind"),
                             ModuleTreeText::tr("Output shape"), ModuleTreeText::tr("Parameters"),
                             ModuleTreeText::tr("MACs"),         ModuleTreeText::tr("Memory"),
                             ModuleTreeText::tr("Output")};
    const QStringList tips{ModuleTreeText::tr("Name in the state dict"),
                           ModuleTreeText::tr("What it is, with its settings"),
                           ModuleTreeText::tr("Shape of what it gives, without the batch"),
                           ModuleTreeText::tr("Trained numbers in it"),
                           ModuleTreeText::tr("Multiply-adds of one drawing's forward pass"),
                           ModuleTreeText::tr("Memory of its parameters"),
                           ModuleTreeText::tr("Memory of its output for one drawing")};
    model.setHorizontalHeaderLabels(titles);
    for (int column = 0; column < kModuleColumnCount; ++column) {
        model.horizontalHeaderItem(column)->setToolTip(tips[column]);
        model.horizontalHeaderItem(column)->setTextAlignment(
            (column <= kModuleOutput ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
}

}  // namespace

void fillModuleTree(QStandardItemModel& model, const NetworkDescription& network)
{
    model.clear();
    model.setColumnCount(kModuleColumnCount);
    setTitles(model);
    std::map<std::string, QStandardItem*> holders;
    for (const ModuleInfo& module : network.modules) {
        const QList<QStandardItem*> row = rowOf(module);
        const auto holder = holders.find(module.parent);
        if (holder != holders.end())
            holder->second->appendRow(row);
        else
            model.appendRow(row);
        holders.emplace(module.name, row.first());
    }
    nameRepeats(network, holders);
}

}  // namespace glyphscope
