// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/spec/layer_kinds.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <vector>

namespace glyphscope {

/// The options of one layer, a field each by PyTorch's names. It stands in the row of the layer.
class OptionEditor : public QWidget {
    Q_OBJECT

public:
    /// `layer` is of a kind that is known.
    OptionEditor(const LayerSpec& layer, QWidget* parent);

    /// The same kind with other values; quiet.
    void setLayer(const LayerSpec& layer);
    [[nodiscard]] bool isEmpty() const { return m_fields.empty(); }
    void focusFirst();

Q_SIGNALS:
    void changed(const QString& option, const glyphscope::OptionValue& value);
    void left();  ///< Escape: the keyboard goes back to the rows

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Field {
        QWidget* widget = nullptr;
        std::function<void(const LayerSpec&)> show;
    };
    [[nodiscard]] Field wholeField(const KindOption& option);
    [[nodiscard]] Field realField(const KindOption& option);
    [[nodiscard]] Field flagField(const KindOption& option);
    [[nodiscard]] Field choiceField(const KindOption& option);
    [[nodiscard]] Field fieldOf(const KindOption& option);

    std::vector<Field> m_fields;
};

}  // namespace glyphscope
