// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/hooks/hook_log.h"
#include "ui/hooks/hook_places.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace glyphscope {

class HookLogModel;

/// The calls of the hooks, line by line. Lines that come are shown at a frame's pace, and only while the page
/// is visible; paused, it takes none.
class HookLogPage : public QWidget {
    Q_OBJECT

public:
    explicit HookLogPage(QWidget* parent = nullptr);

    void setPlaces(const std::vector<HookPlace>& places);
    void append(const std::vector<HookEvent>& events);
    [[nodiscard]] bool wanted() const;  ///< visible and not paused
    [[nodiscard]] const HookLogModel& model() const { return *m_model; }

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wantedChanged(bool wanted);
    void saveRequested(const QString& csvText);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildTools();
    QTableView* buildTable();
    void arrange();
    void arrangeColumns();
    void flush();
    void filter();
    void clear();
    void copySelected();
    void tellWanted();
    void showState();
    [[nodiscard]] bool follows() const;

    HookLogModel* m_model = nullptr;
    std::vector<HookEvent> m_pending;  // came since the last frame
    bool m_told = false;               // what wantedChanged() said last

    QTimer* m_clock = nullptr;
    QGridLayout* m_tools = nullptr;
    QLineEdit* m_text = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_module = nullptr;
    QPushButton* m_pause = nullptr;
    QToolButton* m_clear = nullptr;
    QToolButton* m_save = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_empty = nullptr;
    QTableView* m_table = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_end = nullptr;
};

}  // namespace glyphscope
