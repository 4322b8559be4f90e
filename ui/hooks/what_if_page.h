// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/channel_effect.h"
#include "model/types/hook_spec.h"
#include "model/types/prediction.h"
#include "ui/hooks/hook_places.h"

#include <QtWidgets/QWidget>

class QBoxLayout;
class QComboBox;
class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace glyphscope {

class EffectStrip;
class SweepModel;

/// "What if this filter did not exist": a module's channels, sorted by how much the answer hangs on each.
class WhatIfPage : public QWidget {
    Q_OBJECT

public:
    explicit WhatIfPage(QWidget* parent = nullptr);

    void setPlaces(const std::vector<HookPlace>& places);
    void setReading(const Reading& reading);
    void setClassNames(const QStringList& names);
    void setRunning(bool running);
    void setSweep(const ChannelSweep& sweep);
    void setFailed(const QString& message);

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void sweepRequested(const QString& module);
    void addWanted(const glyphscope::HookSpec& spec);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    /// What a sweep speaks of: it is stale as soon as the reading is another.
    struct Subject {
        Glyph glyph{};
        std::vector<float> probabilities;
        int best = -1;
    };
    QWidget* buildTable();
    void buildEffect();
    void arrange();
    void request();
    void addChosen();
    void showState();
    void showEffect();
    [[nodiscard]] bool drawn() const { return m_now.best >= 0; }
    [[nodiscard]] QString staleText() const;  ///< empty: the sweep still holds
    [[nodiscard]] int chosen() const;         ///< row; -1: none

    Subject m_now;
    Subject m_swept;
    bool m_running = false;
    QString m_failure;

    SweepModel* m_model = nullptr;
    QBoxLayout* m_layout = nullptr;
    QComboBox* m_module = nullptr;
    QPushButton* m_sweep = nullptr;
    QLabel* m_state = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_empty = nullptr;
    QTableView* m_table = nullptr;
    QFrame* m_effectCard = nullptr;
    EffectStrip* m_effect = nullptr;
    QPushButton* m_add = nullptr;
};

}  // namespace glyphscope
