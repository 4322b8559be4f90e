// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/why/why_values.h"
#include "ui/why/heat_view.h"
#include "ui/why/why_panel.h"

#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStackedWidget>

namespace glyphscope::test {

/// A panel in a window, and all that it said.
struct ShownPanel {
    WhyPanel panel;
    std::vector<std::vector<AttributionOptions>> asked;
    std::vector<std::optional<ClassTarget>> gradientsAsked;
    std::vector<std::optional<Attribution>> overlays;
    std::vector<bool> shown;

    explicit ShownPanel(bool drawn = true)
    {
        QObject::connect(&panel, &WhyPanel::attributionsWanted, &panel,
                         [this](const auto& wanted) { asked.push_back(wanted); });
        QObject::connect(&panel, &WhyPanel::gradientsWanted, &panel,
                         [this](const auto& wanted) { gradientsAsked.push_back(wanted); });
        QObject::connect(&panel, &WhyPanel::overlayChanged, &panel,
                         [this](const auto& overlay) { overlays.push_back(overlay); });
        QObject::connect(&panel, &WhyPanel::shown, &panel, [this](bool is) { shown.push_back(is); });
        panel.resize(340, 900);
        if (!drawn)
            return;
        panel.show();
        panel.setReading(reading());
    }

    template <class T>
    T* child(const QString& name) const
    {
        return panel.findChild<T*>(QStringLiteral("why.") + name);
    }
    QString text(const QString& name) const { return child<QLabel>(name)->text(); }
    int page() const { return child<QStackedWidget>(QStringLiteral("pages"))->currentIndex(); }
    QString heat() const { return child<HeatView>(QStringLiteral("heat"))->readout(); }
    void click(const QString& name) const { QTest::mouseClick(child<QWidget>(name), Qt::LeftButton); }
    void setAgainst(int index)
    {
        auto* box = child<QComboBox>(QStringLiteral("against"));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = -1; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), index + 1);
    }
    void giveAll(ClassTarget target = {7, -1})
    {
        for (const AttributionMethod method : kAttributionMethods)
            panel.setAttribution(attribution(method, target));
    }
};

}  // namespace glyphscope::test
