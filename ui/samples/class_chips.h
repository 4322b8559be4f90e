// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/samples/sample_model.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <string>
#include <vector>

class QGridLayout;

namespace glyphscope {

class ClassChip;
class NamePicker;

/// How many samples there are of each class; a click shows that class alone, another all again. Of what there
/// is too little the number stands out. More classes than chips have room for are a list to choose from.
class ClassChips : public QWidget {
    Q_OBJECT

public:
    static constexpr int kEnough = 5;  ///< of a class, for a fine-tune that helps

    explicit ClassChips(QWidget* parent = nullptr);

    void setCounts(const std::vector<LabelCount>& counts);
    void setChosen(const std::optional<std::string>& label);  ///< quiet

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const std::optional<std::string>& label);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeChips();
    void makePicker();
    void arrange();
    [[nodiscard]] std::optional<std::size_t> placeOfChosen() const;

    std::vector<LabelCount> m_counts;
    std::vector<ClassChip*> m_chips;
    NamePicker* m_picker = nullptr;  // instead of the chips
    std::optional<std::string> m_chosen;
    QGridLayout* m_grid;
    int m_columns = 0;
};

}  // namespace glyphscope
