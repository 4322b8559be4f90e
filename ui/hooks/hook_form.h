// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/hooks/hook_places.h"

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace glyphscope {

class NumberRow;

/// What a hook is, to fill in. Of a new hook it asks where to put it and waits for "Add hook"; of one that is
/// there every change is signalled at once.
class HookForm : public QWidget {
    Q_OBJECT

public:
    enum class Purpose { New, Edit };

    explicit HookForm(QWidget* parent = nullptr);

    void setPlaces(const std::vector<HookPlace>& places);
    void setSpec(const HookSpec& spec, Purpose purpose);  ///< quiet
    [[nodiscard]] const HookSpec& spec() const { return m_spec; }
    [[nodiscard]] Purpose purpose() const { return m_purpose; }

    /// The drawing that a patch takes its values from, and in words; no picture: none kept.
    void setDonor(const QImage& glyph, const QString& words);
    void setBrief(bool brief);  ///< what the hook does in one line
    /// Whether there is a drawing that could be kept.
    void setDrawing(bool there);

Q_SIGNALS:
    /// `field` names the number that was dragged or typed; empty for a choice.
    void edited(const glyphscope::HookSpec& spec, const QString& field);
    void grabbed();
    void addWanted(const glyphscope::HookSpec& spec, bool inFront);
    void closed();
    void keepDonorWanted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildChoices(QGridLayout& grid);
    void buildNumbers(QGridLayout& grid);
    void buildDonor(QGridLayout& grid);
    void buildEnd(QGridLayout& grid);
    void fillModules();
    void change(HookSpec spec, const QString& field = {});
    void refresh();
    void refreshChoices();
    void refreshNumbers();
    void refreshTitle();

    HookSpec m_spec;
    Purpose m_purpose = Purpose::New;
    std::vector<HookPlace> m_places;
    bool m_drawing = false;
    bool m_hasDonor = false;
    bool m_brief = false;

    QLabel* m_title = nullptr;
    QToolButton* m_close = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_module = nullptr;
    QComboBox* m_action = nullptr;
    QSpinBox* m_channel = nullptr;
    NumberRow* m_amount = nullptr;
    NumberRow* m_limit = nullptr;
    QWidget* m_seedRow = nullptr;
    QSpinBox* m_seed = nullptr;
    QWidget* m_donorRow = nullptr;
    QLabel* m_donorPicture = nullptr;
    QLabel* m_donorWords = nullptr;
    QPushButton* m_keep = nullptr;
    QCheckBox* m_predicting = nullptr;
    QCheckBox* m_training = nullptr;
    QCheckBox* m_front = nullptr;
    QPushButton* m_add = nullptr;
};

}  // namespace glyphscope
