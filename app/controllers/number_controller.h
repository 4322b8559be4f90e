// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/types/labelled_drawing.h"
#include "model/types/number_reading.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>
#include <vector>

namespace glyphscope {

class AnswerPanel;
class Canvas;
class RecognitionSession;

/// Several characters in one drawing: shows how it was divided, and lets the user correct that and choose the
/// character that the panels are about. Lives on the GUI thread.
class NumberController : public QObject {
    Q_OBJECT

public:
    struct Parts {
        Canvas& canvas;
        AnswerPanel& answer;
        RecognitionSession& recognition;
    };

    explicit NumberController(const Parts& parts);

    /// The drawing is one character, whatever it looks like.
    void setOneOnly(bool oneOnly);
    /// To the next character on the right, or the left: -1.
    void moveFocus(int by);
    /// Takes the strokes of the character in focus out of the drawing, which Undo brings back.
    void removeFocused();

Q_SIGNALS:
    /// Every character, with what it was, shall be kept.
    void keepRequested(const std::vector<glyphscope::LabelledDrawing>& characters);
    /// There are several characters to go through, or no more.
    void severalChanged(bool several);
    /// What the next readings are of; none: all of the drawing.
    void focusedChanged(const std::optional<glyphscope::Drawing>& character);

private:
    void show(const std::shared_ptr<const NumberReading>& number, int focus);
    void showOne();
    void noteDrawing(const Drawing& drawing);
    void setFocus(int part);
    void correct(NumberOptions options);
    void join(int left);
    void divide(int part, std::optional<double> x);  // nothing: amid it
    void explain();
    void sayFocused(const QString& className);
    void keep();
    void showLabels();
    [[nodiscard]] QString saidOf(const Drawing& character) const;  // empty: nothing

    void setSeveral(bool several);

    const Parts m_parts;
    NumberOptions m_options;
    int m_wanted = -1;  // focus that the user chose; -1: what was written last
    int m_focus = 0;
    bool m_several = false;
    std::size_t m_strokes = 0;            // of the drawing
    std::vector<Stroke> m_corrected;      // that m_options.fixed tells of
    std::vector<LabelledDrawing> m_said;  // what the user says of characters of this drawing
    std::shared_ptr<const NumberReading> m_number;
};

}  // namespace glyphscope
