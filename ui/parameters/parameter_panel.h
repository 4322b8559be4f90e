// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/network_description.h"
#include "model/types/prediction.h"
#include "ui/widgets/panel.h"

#include <QtCore/QStringList>

#include <vector>

class QButtonGroup;
class QStackedWidget;

namespace glyphscope {

class ForwardPage;
class ModulePage;
class ParameterPage;

/// What the network is made of, on three pages: its parameters with their values, its modules with their
/// costs, and the way of the newest drawing through them. Parameters that the user freezes are remembered by
/// name. A page that nobody sees keeps the newest values and does nothing with them.
class ParameterPanel : public Panel {
    Q_OBJECT

public:
    enum class Page { Parameters, Modules, Forward };

    explicit ParameterPanel(QWidget* parent = nullptr);

    [[nodiscard]] Page page() const;
    void showPage(Page page);
    [[nodiscard]] const QStringList& frozen() const { return m_frozen; }  ///< sorted

    /// Order, widths and sorting of the parameter table's columns, for the settings.
    [[nodiscard]] QByteArray columnState() const;
    void restoreColumnState(const QByteArray& state);

public Q_SLOTS:
    void setDescription(const glyphscope::NetworkDescription& description);
    void setStatistics(const std::vector<glyphscope::ParameterStatistics>& statistics);
    void setReading(const std::shared_ptr<const glyphscope::Reading>& reading);
    void setFrozen(const QStringList& parameterNames);  ///< not told by frozenChanged()

Q_SIGNALS:
    void frozenChanged(const QStringList& parameterNames);  ///< all that are, by the user's hand
    void moduleChosen(const QString& module);

private:
    QWidget* buildSwitch();

    QStringList m_frozen;
    QButtonGroup* m_switch = nullptr;
    QStackedWidget* m_pages = nullptr;
    ParameterPage* m_parameters = nullptr;
    ModulePage* m_modules = nullptr;
    ForwardPage* m_forward = nullptr;
};

}  // namespace glyphscope
