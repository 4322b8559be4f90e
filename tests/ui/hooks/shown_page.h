// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/hooks/hook_story.h"
#include "ui/hooks/hook_table.h"
#include "ui/hooks/hooks_page.h"

#include <QtTest/QTest>
#include <QtWidgets/QComboBox>

namespace glyphscope::test {

/// A shown page on a network, and the hooks that it asked for.
class ShownPage {
public:
    ShownPage()
    {
        page.setPlaces(hookPlaces(network()));
        QObject::connect(&page, &HooksPage::hooksChanged, &page,
                         [this](const std::vector<HookSpec>& specs) { asked.push_back(specs); });
        page.resize(460, 640);
        page.show();
    }
    template <typename Widget>
    Widget* child(const QString& name) const
    {
        return page.findChild<Widget*>(QStringLiteral("hooks.") + name);
    }
    HookTable* list() const { return child<HookTable>(QStringLiteral("list")); }
    void press(const QString& name) const { QTest::mouseClick(child<QWidget>(name), Qt::LeftButton); }
    void choose(const QString& name, int index) const
    {
        auto* box = child<QComboBox>(name);
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    void click(int row, int column = HookTableModel::Does) const
    {
        const QRect cell = list()->visualRect(list()->model()->index(row, column));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                          cell.topLeft() + QPoint(14, cell.height() / 2));
    }
    void three()
    {
        page.setHooks(numbered({spec(HookKind::Forward, "conv1", HookAction::Zero, 5),
                                spec(HookKind::Forward, "conv2", HookAction::Scale, -1, 0.5),
                                spec(HookKind::FullBackward, "fc2", HookAction::Observe)}));
    }
    QString modules() const
    {
        QStringList names;
        for (const HookSpec& spec : asked.back())
            names << QString::fromStdString(spec.module);
        return names.join(QChar::Space);
    }
    const HookSpec& last() const { return asked.back().back(); }
    HooksPage page;
    std::vector<std::vector<HookSpec>> asked;
};

}  // namespace glyphscope::test
