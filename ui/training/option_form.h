// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/train_options.h"
#include "ui/text/option_list.h"

#include <QtWidgets/QWidget>

#include <vector>

class QComboBox;

namespace glyphscope {

class AugmentationPreview;
class NumberRow;
class ScheduleSketch;
class Section;
class SeedField;

/// Every hyper-parameter but the epochs, in sections that fold away. Those that do nothing beside the others
/// are hidden; during a run, those that cannot be changed then rest.
class OptionForm : public QWidget {
    Q_OBJECT

public:
    explicit OptionForm(QWidget* parent = nullptr);

    [[nodiscard]] const TrainOptions& options() const { return m_options; }
    void setOptions(const TrainOptions& options);  ///< quiet
    void setRunning(bool running);

    [[nodiscard]] const QList<Section*>& sections() const { return m_sections; }
    [[nodiscard]] ScheduleSketch* sketch() const { return m_sketch; }
    [[nodiscard]] AugmentationPreview* preview() const { return m_preview; }
    /// Below the preview, in its section.
    void addToAugmentation(QWidget* part);

Q_SIGNALS:
    void changed(const glyphscope::TrainOptions& options);  ///< by the user
    void settled();                                         ///< a drag or typing came to its end

private:
    struct Row {
        const NumberOption* option;
        NumberRow* control;
    };

    Section* addSection(const QString& key, const QString& title);
    void addRows(OptionGroup group, Section* section);
    void addChoices(Section* optimizer, Section* learningRate);
    QComboBox* addChoice(const QString& name, const QString& caption, Section* section);
    void change();
    void showOptions();

    TrainOptions m_options;
    bool m_showing = false;  // the controls follow the options, not the other way round
    std::vector<Row> m_rows;
    QList<Section*> m_sections;
    QComboBox* m_optimizer = nullptr;
    QComboBox* m_schedule = nullptr;
    ScheduleSketch* m_sketch = nullptr;
    Section* m_augmentation = nullptr;
    AugmentationPreview* m_preview = nullptr;
    SeedField* m_seed = nullptr;
};

}  // namespace glyphscope
