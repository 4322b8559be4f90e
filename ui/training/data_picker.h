// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/data_choice.h"
#include "ui/training/data_sources.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSlider;

namespace glyphscope {

/// What is trained on: MNIST, my handwriting, folders and files of ink, in any mix, less a part held out for
/// validation, and what is no digit. It opens no file: folders and files are asked for, and come back by
/// setChoice().
class DataPicker : public QWidget {
    Q_OBJECT

public:
    explicit DataPicker(QWidget* parent = nullptr);

    [[nodiscard]] const DataChoice& choice() const { return m_choice; }
    void setChoice(const DataChoice& choice);  ///< quiet
    void setSources(const DataSources& sources);
    /// A source that could not be read, in words; empty takes it back.
    void setProblem(const QString& problem);
    void setRunning(bool running);
    void changeHabits(const PenHabits& habits);  ///< as the user does elsewhere

Q_SIGNALS:
    void changed(const glyphscope::DataChoice& choice);  ///< by the user
    void addFolderRequested();
    void addInkRequested();
    void addNotDigitsRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildList();
    void buildHeldOut();
    void buildVariations();
    void change();
    void removeChosen();
    void showChoice();
    void showList();
    [[nodiscard]] QString sourceLine(const QString& path, bool notDigits) const;
    void updateEnabled();

    DataChoice m_choice;
    DataSources m_sources;
    bool m_running = false;
    QCheckBox* m_mnist;
    QLabel* m_howToGet;
    QCheckBox* m_samples;
    QCheckBox* m_foldCase = nullptr;
    QListWidget* m_list = nullptr;
    QPushButton* m_addFolder = nullptr;
    QPushButton* m_addInk = nullptr;
    QPushButton* m_addNotDigits = nullptr;
    QPushButton* m_remove = nullptr;
    QWidget* m_variationsRow = nullptr;
    QSlider* m_variations = nullptr;
    QLabel* m_variationsText = nullptr;
    QSlider* m_heldOut = nullptr;
    QLabel* m_heldOutText = nullptr;
    QLabel* m_problem;
};

}  // namespace glyphscope
