// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/gradients.h"
#include "ui/widgets/lazy_refresh.h"

#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

#include <optional>

class QFrame;
class QGridLayout;
class QLabel;

namespace glyphscope {

class GradientMaps;
class NormBars;

/// The gradient of a score at every module: how large it is, and its maps at one of them.
class GradientPage : public QWidget {
    Q_OBJECT

public:
    explicit GradientPage(QWidget* parent = nullptr);

    void setGlyph(const Glyph& glyph);  ///< the present drawing; gradients of another are faint
    void setGradients(const GradientReading& reading);
    void setClassNames(const QStringList& names);
    void forget();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QFrame* buildModules();
    QFrame* buildMaps();
    void arrange();
    void refresh();
    void showModule(int row);
    void showAge();

    Glyph m_glyph{};
    std::optional<GradientReading> m_reading;
    std::vector<ModuleOutput> m_outputs;  // the input and every module, as the rows are
    LazyRefresh m_lazy;

    QGridLayout* m_grid = nullptr;
    QFrame* m_modulesCard = nullptr;
    QFrame* m_mapsCard = nullptr;
    NormBars* m_modules = nullptr;
    GradientMaps* m_maps = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_kind = nullptr;
    QLabel* m_numbers = nullptr;
    QLabel* m_time = nullptr;
};

}  // namespace glyphscope
