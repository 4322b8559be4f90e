// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/statistics.h"

#include <QtWidgets/QWidget>

#include <span>

class QLabel;
class QPushButton;

namespace glyphscope {

class ValueHistogram;
class NumberTable;

/// The values of a map or of a whole module in numbers, and which maps are dead.
class ModuleNumbers : public QWidget {
    Q_OBJECT

public:
    /// Of the look at many images: whether it was asked for.
    enum class Check { NotAsked, Waiting, Done };

    explicit ModuleNumbers(QWidget* parent = nullptr);

    void setValues(const QString& title, std::span<const float> values);
    void clearValues();
    void setMarks(const QString& summary);
    void setCheck(Check state);
    void setCheckPossible(bool possible);  ///< weights have no activity, and classes are never dead

Q_SIGNALS:
    void checkRequested();

private:
    QLabel* m_title = nullptr;
    NumberTable* m_table = nullptr;
    ValueHistogram* m_histogram = nullptr;
    QLabel* m_marks = nullptr;
    QPushButton* m_check = nullptr;
};

}  // namespace glyphscope
