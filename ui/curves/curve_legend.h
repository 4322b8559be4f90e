// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curve_model.h"

#include <QtWidgets/QWidget>

#include <algorithm>

class QToolButton;

namespace glyphscope {

/// The runs of a chart with their colours and dashes, as buttons that show and hide them. It wraps to its
/// width, and is empty where there is only one run to be told.
class CurveLegend : public QWidget {
    Q_OBJECT

public:
    explicit CurveLegend(QWidget* parent = nullptr);

    void setRuns(const std::vector<ChartRun>& runs);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return place(width, false); }
    [[nodiscard]] QSize sizeHint() const override { return {240, heightForWidth(std::max(width(), 240))}; }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {120, heightForWidth(std::max(width(), 120))};
    }

Q_SIGNALS:
    void shownChanged(const QString& id, bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// The height that the buttons take, and puts them there if told to.
    int place(int width, bool move) const;
    void recolour();

    struct Entry {
        QString id;
        int style = 0;
        QToolButton* button;
    };
    std::vector<Entry> m_entries;
};

}  // namespace glyphscope
