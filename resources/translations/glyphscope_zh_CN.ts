<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Calibration</name>
    <message>
        <source>Calibration: there are no %1, so there is nothing to tell apart.</source>
        <translation>校准：没有%1，无从区分。</translation>
    </message>
    <message>
        <source>Calibration: the score of one of the %1 is not a number. Take weights that are not damaged.</source>
        <translation>校准：%1中有一个的得分不是数字。请换用未损坏的权重。</translation>
    </message>
    <message>
        <source>positives</source>
        <translation>正例</translation>
    </message>
    <message>
        <source>negatives</source>
        <translation>反例</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Calibration: the evidence of a digit is not finite. Take weights that are not damaged.</source>
        <translation>校准：某个数字的证据值不是有限数。请换用未损坏的权重。</translation>
    </message>
    <message>
        <source>Calibration: the share of digits to refuse is %1; it must be from 0 to below 1.</source>
        <translation>校准：要拒识的数字比例为 %1；它必须大于等于 0 且小于 1。</translation>
    </message>
    <message>
        <source>Calibration: %1 confidences and %2 verdicts do not belong together.</source>
        <translation>校准：%1 个置信度与 %2 个判定不匹配。</translation>
    </message>
    <message>
        <source>Calibration: there must be at least one bin, not %1.</source>
        <translation>校准：至少要有一个分箱，而不是 %1 个。</translation>
    </message>
    <message>
        <source>Calibration: confidence %1 of glyph %2 is no probability. The weights that gave it are too large; take others.</source>
        <translation>校准：字符 %2 的置信度 %1 不是概率。给出它的权重过大；请换用别的权重。</translation>
    </message>
    <message>
        <source>Calibration: %1 confidences and %2 labels do not belong together.</source>
        <translation>校准：%1 个置信度与 %2 个标签不匹配。</translation>
    </message>
    <message>
        <source>Calibration: %1 confidences and %2 answers do not belong together.</source>
        <translation>校准：%1 个置信度与 %2 个答案不匹配。</translation>
    </message>
    <message>
        <source>Calibration: there are no labels. Give drawings that the weights were not trained on.</source>
        <translation>校准：没有标签。请提供未用于训练这些权重的手写图。</translation>
    </message>
    <message>
        <source>Calibration: %1 logits do not belong to %2 labels; every label needs as many, one a class.</source>
        <translation>校准：%1 个 logits 与 %2 个标签不匹配；每个标签对应的 logits 数应等于类别数。</translation>
    </message>
    <message>
        <source>Calibration: label %1 of glyph %2 is none of the %3 classes.</source>
        <translation>校准：字符 %2 的标签 %1 不属于这 %3 个类别。</translation>
    </message>
    <message>
        <source>Calibration: a logit of glyph %1 is not finite. Take weights that are not damaged.</source>
        <translation>校准：字符 %1 有一个 logit 不是有限数。请换用未损坏的权重。</translation>
    </message>
    <message>
        <source>Calibration: the temperature %1 is not a number above 0.</source>
        <translation>校准：温度 %1 不是大于 0 的数。</translation>
    </message>
</context>
<context>
    <name>Checkpoint</name>
    <message>
        <source>%1: cannot be written: %2. Nothing was changed; check the folder and the space on it.</source>
        <translation>%1：无法写入：%2。未做任何改动；请检查文件夹及其剩余空间。</translation>
    </message>
    <message>
        <source>%1: no file can be made in its folder: %2. Nothing was changed; check the folder and the space on it.</source>
        <translation>%1：无法在其文件夹中创建文件：%2。未做任何改动；请检查文件夹及其剩余空间。</translation>
    </message>
    <message>
        <source>%1: is a device, no file. Nothing was changed; choose another name.</source>
        <translation>%1：是设备，不是文件。未做任何改动；请换一个名称。</translation>
    </message>
    <message>
        <source>%1: is a pipe or a device, no file. Put what it gives into a file first.</source>
        <translation>%1：是管道或设备，不是文件。请先把它的内容存成文件。</translation>
    </message>
    <message>
        <source>%1: cannot be opened. Check the name and that you may read it.</source>
        <translation>%1：无法打开。请检查名称以及您是否有读取权限。</translation>
    </message>
    <message>
        <source>%1: larger than the %2 MiB that such a file may have.</source>
        <translation>%1：超过了此类文件允许的 %2 MiB。</translation>
    </message>
    <message>
        <source>%1: reading stopped after %2 bytes.</source>
        <translation>%1：读取在 %2 字节后中断。</translation>
    </message>
    <message>
        <source>%1: cannot be replaced: %2. Nothing was changed; check the folder and the space on it.</source>
        <translation>%1：无法替换：%2。未做任何改动；请检查文件夹及其剩余空间。</translation>
    </message>
    <message>
        <source>%1: is as large as it may become (%2 MiB). The training continues, but nothing more of it is recorded.</source>
        <translation>%1：已达到大小上限（%2 MiB）。训练会继续，但不再记录。</translation>
    </message>
    <message>
        <source>%1: cannot be written: %2. What is missing is kept in memory and tried again; check the folder and the space on it.</source>
        <translation>%1：无法写入：%2。缺少的部分保留在内存中并会重试；请检查文件夹及其剩余空间。</translation>
    </message>
    <message>
        <source>%1 ends at byte %2, where %3 more are announced. Fetch or save the file again.</source>
        <translation>%1 在第 %2 字节处结束，而按声明其后还应有 %3 字节。请重新下载或保存该文件。</translation>
    </message>
    <message>
        <source>%1: cannot be opened. Check that it is there and that you may read it.</source>
        <translation>%1：无法打开。请检查它是否存在以及您是否有读取权限。</translation>
    </message>
    <message>
        <source>does not begin as curves of this version do</source>
        <translation>开头不是本版本的曲线格式</translation>
    </message>
    <message>
        <source>has more than %1 records</source>
        <translation>记录超过 %1 条</translation>
    </message>
    <message>
        <source>has step %1 after step %2 in record %3</source>
        <translation>第 %3 条记录中，步 %1 排在步 %2 之后</translation>
    </message>
    <message>
        <source>has no finite time in record %1</source>
        <translation>第 %1 条记录中的时间不是有限数</translation>
    </message>
    <message>
        <source>%1: %2. The file is damaged; the run&apos;s weights are not.</source>
        <translation>%1：%2。文件已损坏；该运行的权重没有损坏。</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>it is larger than the 64 MiB that are read.</source>
        <translation>它超过了可读取的 64 MiB。</translation>
    </message>
    <message>
        <source>more follows its end.</source>
        <translation>其末尾之后还有内容。</translation>
    </message>
    <message>
        <source>it ends with %1 values where one is expected.</source>
        <translation>它以 %1 个值结束，而应当只有一个。</translation>
    </message>
    <message>
        <source>%1, byte %2: %3 Only plain tensors are read, and no code is ever run. Save the weights alone from Python: torch.save(model.state_dict(), &quot;weights.pt&quot;).</source>
        <translation>%1，第 %2 字节：%3只读取普通张量，从不执行任何代码。请在 Python 中单独保存权重：torch.save(model.state_dict(), &quot;weights.pt&quot;)。</translation>
    </message>
    <message>
        <source>it does not begin as a pickle does.</source>
        <translation>开头不是 pickle 格式。</translation>
    </message>
    <message>
        <source>it is a pickle of protocol %1; those from 2 to 5 are read.</source>
        <translation>它是协议 %1 的 pickle；可读取的是 2 到 5。</translation>
    </message>
    <message>
        <source>the opcode %1 is none of those that Python&apos;s pickle writes.</source>
        <translation>操作码 %1 不是 Python 的 pickle 会写出的。</translation>
    </message>
    <message>
        <source>it makes more than 200,000 values.</source>
        <translation>它产生的值超过 200,000 个。</translation>
    </message>
    <message>
        <source>its stack grows beyond 20,000 values.</source>
        <translation>它的栈超过 20,000 个值。</translation>
    </message>
    <message>
        <source>it is nested more than 64 deep.</source>
        <translation>它的嵌套深度超过 64。</translation>
    </message>
    <message>
        <source>it takes more values off its stack than there are.</source>
        <translation>它从栈中取出的值多于栈中已有的值。</translation>
    </message>
    <message>
        <source>it goes back to a mark that is not there.</source>
        <translation>它要回到一个不存在的标记。</translation>
    </message>
    <message>
        <source>it sets items of what is no dictionary, or half a pair.</source>
        <translation>它对非字典的对象设置条目，或者键值对不完整。</translation>
    </message>
    <message>
        <source>it appends to what is no list.</source>
        <translation>它向非列表的对象追加内容。</translation>
    </message>
    <message>
        <source>a global is named by what is no text of at most 256 bytes.</source>
        <translation>某个全局对象的名称不是至多 256 字节的文本。</translation>
    </message>
    <message>
        <source>the name of a global is longer than 256 bytes: &quot;%1&quot;.</source>
        <translation>某个全局对象的名称超过 256 字节：“%1”。</translation>
    </message>
    <message>
        <source>it calls a function with what are no arguments.</source>
        <translation>它调用函数时给的不是参数。</translation>
    </message>
    <message>
        <source>it calls what is no function.</source>
        <translation>它调用的不是函数。</translation>
    </message>
    <message>
        <source>it sets the state of what has none.</source>
        <translation>它给没有状态的对象设置状态。</translation>
    </message>
    <message>
        <source>it remembers a value under the number %1; at most 200,000 are.</source>
        <translation>它以编号 %1 记住一个值；最多 200,000 个。</translation>
    </message>
    <message>
        <source>it recalls the value number %1, which it has not remembered.</source>
        <translation>它要取回编号为 %1 的值，但并没有记住过它。</translation>
    </message>
    <message>
        <source>%1: %2 Choose another file, or save the weights alone from Python: torch.save(model.state_dict(), &quot;weights.pt&quot;).</source>
        <translation>%1：%2请选择别的文件，或在 Python 中单独保存权重：torch.save(model.state_dict(), &quot;weights.pt&quot;)。</translation>
    </message>
    <message>
        <source>a tensor has a name that is no plain text of at most 256 characters.</source>
        <translation>有一个张量的名称不是至多 256 个字符的纯文本。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; shares its numbers with others, and all together would be larger than the file.</source>
        <translation>张量“%1”与其他张量共用数值，而全部展开后会比文件还大。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; and those before it are more than 512 MiB as float32.</source>
        <translation>张量“%1”及其之前的张量按 float32 计超过 512 MiB。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; holds a value that is no finite number.</source>
        <translation>张量“%1”含有不是有限数的值。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; is a parameter with hooks, or not put together as PyTorch does.</source>
        <translation>张量“%1”是带钩子的参数，或其构造方式与 PyTorch 不同。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; is a parameter of what is no tensor.</source>
        <translation>张量“%1”是由非张量构成的参数。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has hooks, or is not put together as PyTorch does.</source>
        <translation>张量“%1”带有钩子，或其构造方式与 PyTorch 不同。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: its offset</source>
        <translation>张量“%1”：其偏移</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: its shape</source>
        <translation>张量“%1”：其形状</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: its strides</source>
        <translation>张量“%1”：其步幅</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; refers to its numbers otherwise than PyTorch does.</source>
        <translation>张量“%1”引用数值的方式与 PyTorch 不同。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; is of the type &quot;%2&quot;, which is not read.</source>
        <translation>张量“%1”的类型“%2”不受支持。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; refers to &quot;%2&quot;, which is not in the file.</source>
        <translation>张量“%1”引用的“%2”不在文件中。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: the size of its storage</source>
        <translation>张量“%1”：其存储的大小</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; needs %2 numbers of %3 bytes; &quot;%4&quot; has %5 bytes.</source>
        <translation>张量“%1”需要 %2 个 %3 字节的数；“%4”只有 %5 字节。</translation>
    </message>
    <message>
        <source>%1 is no whole number from 0 to 2^29.</source>
        <translation>%1不是 0 到 2^29 的整数。</translation>
    </message>
    <message>
        <source>%1 is no list of at most 8 numbers.</source>
        <translation>%1不是至多 8 个数的列表。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has %2 sides and %3 strides.</source>
        <translation>张量“%1”有 %2 个维度，却有 %3 个步幅。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has more numbers than its storage of %2.</source>
        <translation>张量“%1”的数值多于其存储的 %2 个。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; reaches to number %2 of a storage of %3.</source>
        <translation>张量“%1”用到了第 %2 个数，而其存储只有 %3 个。</translation>
    </message>
    <message>
        <source>%1: cannot be removed: %2. Check that you may change the folder.</source>
        <translation>%1：无法删除：%2。请检查您是否有权更改该文件夹。</translation>
    </message>
    <message>
        <source>%1: is missing, damaged or cannot be opened. No weights can be read from it.</source>
        <translation>%1：缺失、损坏或无法打开。无法从中读取权重。</translation>
    </message>
    <message>
        <source>%1: cannot be cut back to the resume point: %2. Check the folder and the space on it, and resume again.</source>
        <translation>%1：无法截回续训点：%2。请检查文件夹及其剩余空间，然后再次继续。</translation>
    </message>
    <message>
        <source>%1: cannot be put back to what it was at the resume point: %2. Check the folder and the space on it, and resume again.</source>
        <translation>%1：无法恢复到续训点时的样子：%2。请检查文件夹及其剩余空间，然后再次继续。</translation>
    </message>
    <message>
        <source>Run %1 ended before its first resume point was kept. Begin a new one with its settings.</source>
        <translation>运行 %1 在保存第一个续训点之前就结束了。请用它的设置重新开始一次。</translation>
    </message>
    <message>
        <source>The resume point of run %1 does not say its step. Begin a new run.</source>
        <translation>运行 %1 的续训点没有写明步数。请开始新的运行。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 或更大</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>有限数</translation>
    </message>
    <message>
        <source>%1: is not a JSON object of this program. The file is damaged.</source>
        <translation>%1：不是本程序的 JSON 对象。文件已损坏。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; %3. The file is damaged.</source>
        <translation>%1：“%2”%3。文件已损坏。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is unknown. %3 The file is damaged.</source>
        <translation>%1：“%2”未知。%3文件已损坏。</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>is not text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>is not a number in its range: %1</source>
        <translation>不是范围内的数：%1</translation>
    </message>
    <message>
        <source>is not a whole number in its range: %1</source>
        <translation>不是范围内的整数：%1</translation>
    </message>
    <message>
        <source>is not a whole number of 0 or more</source>
        <translation>不是大于等于 0 的整数</translation>
    </message>
    <message>
        <source>is not a list of texts</source>
        <translation>不是文本列表</translation>
    </message>
    <message>
        <source>is not a list of numbers</source>
        <translation>不是数值列表</translation>
    </message>
    <message>
        <source>is neither a number nor null</source>
        <translation>既不是数也不是 null</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no run&apos;s name. A run is named by its folder, such as 20260501-142233-standard-7.</source>
        <translation>“%1”不是运行的名称。运行以其文件夹命名，例如 20260501-142233-standard-7。</translation>
    </message>
    <message>
        <source>%1 It was set aside as %2; the rest of the run stays in its folder.</source>
        <translation>%1已另存为 %2；该运行的其余部分留在其文件夹中。</translation>
    </message>
    <message>
        <source>is none that this program knows</source>
        <translation>是本程序不认识的</translation>
    </message>
    <message>
        <source>has more than 256 names</source>
        <translation>名称超过 256 个</translation>
    </message>
    <message>
        <source>is more than there were</source>
        <translation>多于原有的数量</translation>
    </message>
    <message>
        <source>has another number of cells than there are pairs of classes</source>
        <translation>单元格数与类别对数不一致</translation>
    </message>
    <message>
        <source>What is to be noted of the run &quot;%1&quot; is more than the 1 MiB that run.json may have. Take a shorter name or note.</source>
        <translation>关于运行“%1”要记录的内容超过 run.json 允许的 1 MiB。请缩短名称或备注。</translation>
    </message>
    <message>
        <source>%1: was written by a newer version of this program. Use that one to see the run.</source>
        <translation>%1：由本程序的更新版本写成。请用那个版本查看该运行。</translation>
    </message>
    <message>
        <source>%1: &quot;network&quot;</source>
        <translation>%1：“network”</translation>
    </message>
    <message>
        <source>More than 1 MiB of text in one line of a run&apos;s record; it was not noted.</source>
        <translation>运行记录中有一行文本超过 1 MiB；未予记录。</translation>
    </message>
    <message>
        <source>%1 line %2</source>
        <translation>%1 第 %2 行</translation>
    </message>
    <message>
        <source>%1: is longer than 1 MiB. The file is damaged.</source>
        <translation>%1：超过 1 MiB。文件已损坏。</translation>
    </message>
    <message>
        <source>is below that of the line before</source>
        <translation>小于前一行的值</translation>
    </message>
    <message>
        <source>it holds a whole module, &quot;%1&quot;, which only its own code can open; no code in a file is ever run.</source>
        <translation>它保存的是整个模块“%1”，只有它自己的代码才能打开；从不执行文件中的代码。</translation>
    </message>
    <message>
        <source>under &quot;%2&quot; it holds a whole module, &quot;%1&quot;, which only its own code can open; no code in a file is ever run.</source>
        <translation>它在“%2”下保存的是整个模块“%1”，只有它自己的代码才能打开；从不执行文件中的代码。</translation>
    </message>
    <message>
        <source>it holds what only &quot;%1&quot; can make, and no dictionary of tensors; no code in a file is ever run.</source>
        <translation>它的内容只有“%1”才能构造，不是张量字典；从不执行文件中的代码。</translation>
    </message>
    <message>
        <source>it holds a single tensor without a name.</source>
        <translation>它只有一个没有名称的张量。</translation>
    </message>
    <message>
        <source>its dictionary is empty.</source>
        <translation>它的字典是空的。</translation>
    </message>
    <message>
        <source>it holds no dictionary of tensors with names.</source>
        <translation>它没有带名称的张量字典。</translation>
    </message>
    <message>
        <source>%1: two sets of weights in it fit, &quot;%2&quot; and &quot;%3&quot;. Choose one in Python and save it alone: torch.save(checkpoint[&quot;...&quot;], &quot;weights.pt&quot;).</source>
        <translation>%1：其中有两组权重适用，“%2”和“%3”。请在 Python 中选一组单独保存：torch.save(checkpoint[&quot;...&quot;], &quot;weights.pt&quot;)。</translation>
    </message>
    <message>
        <source>bytes %1 to %2 belong to none of its entries.</source>
        <translation>第 %1 到 %2 字节不属于任何条目。</translation>
    </message>
    <message>
        <source>%1: %2 The zip is damaged or unusual; fetch or save the file again.</source>
        <translation>%1：%2该 zip 已损坏或不寻常；请重新下载或保存文件。</translation>
    </message>
    <message>
        <source>%1: the zip</source>
        <translation>%1：该 zip</translation>
    </message>
    <message>
        <source>the end of a zip is not where the file ends: it is cut off, or something follows.</source>
        <translation>zip 的结尾不在文件末尾：文件被截断，或其后还有内容。</translation>
    </message>
    <message>
        <source>its end tells of several disks or of a comment.</source>
        <translation>其结尾标明有多个磁盘或注释。</translation>
    </message>
    <message>
        <source>it tells of %1 entries; at most 8,192 are read.</source>
        <translation>它标明有 %1 个条目；最多读取 8,192 个。</translation>
    </message>
    <message>
        <source>its directory would lie outside of the file.</source>
        <translation>它的目录会超出文件。</translation>
    </message>
    <message>
        <source>something other than its end follows its directory.</source>
        <translation>目录之后还有结尾以外的内容。</translation>
    </message>
    <message>
        <source>its two ends do not tell the same.</source>
        <translation>它的两个结尾说法不一。</translation>
    </message>
    <message>
        <source>two entries are named &quot;%1&quot;.</source>
        <translation>有两个条目都叫“%1”。</translation>
    </message>
    <message>
        <source>its directory has another length than its end says.</source>
        <translation>其目录的长度与结尾所说不同。</translation>
    </message>
    <message>
        <source>there is no directory entry at byte %1.</source>
        <translation>第 %1 字节处没有目录条目。</translation>
    </message>
    <message>
        <source>an entry has a name that is no plain text.</source>
        <translation>某个条目的名称不是纯文本。</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot; is encrypted.</source>
        <translation>条目“%1”已加密。</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot; has flags that PyTorch does not set.</source>
        <translation>条目“%1”带有 PyTorch 不会设置的标志。</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot; is compressed; PyTorch stores its entries as they are.</source>
        <translation>条目“%1”经过压缩；PyTorch 按原样存储条目。</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot; begins at byte %2, expected %3.</source>
        <translation>条目“%1”始于第 %2 字节，应为 %3。</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot; has no header where the directory says.</source>
        <translation>条目“%1”在目录所指之处没有头部。</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot; is told of otherwise in its header than in the directory.</source>
        <translation>条目“%1”的头部与目录说法不一。</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot; does not match its CRC-32.</source>
        <translation>条目“%1”与其 CRC-32 不符。</translation>
    </message>
    <message>
        <source>entry &quot;%1&quot; is told of otherwise behind it than in the directory.</source>
        <translation>条目“%1”之后的说明与目录不一致。</translation>
    </message>
    <message>
        <source>These arrays are more than one %1 can hold: 4 GiB and 65,534 arrays. Write fewer.</source>
        <translation>这些数组超过了一个 %1 的容量：4 GiB 和 65,534 个数组。请少写一些。</translation>
    </message>
    <message>
        <source>%1: cannot be locked: %2. Check that its folder is there and that you may write to it.</source>
        <translation>%1：无法锁定：%2。请检查其文件夹是否存在以及您是否有写入权限。</translation>
    </message>
    <message>
        <source>array &quot;%1&quot; cannot have the shape %2.</source>
        <translation>数组“%1”不能有形状 %2。</translation>
    </message>
    <message>
        <source>array &quot;%1&quot; holds %2 values; its shape %3 says %4.</source>
        <translation>数组“%1”有 %2 个值；按其形状 %3 应有 %4 个。</translation>
    </message>
    <message>
        <source>array &quot;%1&quot; has too many dimensions for an .npy file.</source>
        <translation>数组“%1”的维数对 .npy 文件来说太多。</translation>
    </message>
    <message>
        <source>an array cannot be named &quot;%1&quot; in an .npz file, where names are those of files. Rename it, or write safetensors.</source>
        <translation>.npz 文件中的名称就是文件名，数组不能叫“%1”。请改名，或写成 safetensors。</translation>
    </message>
    <message>
        <source>two arrays are named &quot;%1&quot;.</source>
        <translation>有两个数组都叫“%1”。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>larger than 512 MiB.</source>
        <translation>大于 512 MiB。</translation>
    </message>
    <message>
        <source>an empty zip.</source>
        <translation>空的 zip。</translation>
    </message>
    <message>
        <source>a zip, but none of PyTorch&apos;s: its entries are not in one folder.</source>
        <translation>是 zip，但不是 PyTorch 的：其条目不在同一个文件夹中。</translation>
    </message>
    <message>
        <source>a TorchScript program, which is code; its weights alone would be read.</source>
        <translation>是 TorchScript 程序，即代码；若只有权重则可以读取。</translation>
    </message>
    <message>
        <source>a zip, but none of PyTorch&apos;s: there is no %1 in it.</source>
        <translation>是 zip，但不是 PyTorch 的：其中没有 %1。</translation>
    </message>
    <message>
        <source>its numbers are not little-endian.</source>
        <translation>其数值不是小端序。</translation>
    </message>
    <message>
        <source>it names more than 1024 tensors.</source>
        <translation>它列出的张量超过 1024 个。</translation>
    </message>
    <message>
        <source>two tensors are named &quot;%1&quot;.</source>
        <translation>有两个张量都叫“%1”。</translation>
    </message>
    <message>
        <source>its metadata are larger than 64 KiB.</source>
        <translation>其元数据大于 64 KiB。</translation>
    </message>
    <message>
        <source>its metadata are no JSON object.</source>
        <translation>其元数据不是 JSON 对象。</translation>
    </message>
    <message>
        <source>its metadata &quot;%1&quot; are not text.</source>
        <translation>其元数据“%1”不是文本。</translation>
    </message>
    <message>
        <source>a .pt file is read with 1 to 1024 tensors; these are %1. Write them as safetensors.</source>
        <translation>读取 .pt 文件时张量须为 1 到 1024 个；这里有 %1 个。请写成 safetensors。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has a name that is no plain text of at most 256 characters, as a .pt file is read with. Rename it, or write safetensors.</source>
        <translation>张量“%1”的名称不是读取 .pt 文件所要求的至多 256 个字符的纯文本。请改名，或写成 safetensors。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has more than 8 sides. Reshape it.</source>
        <translation>张量“%1”的维数超过 8。请改变其形状。</translation>
    </message>
    <message>
        <source>the metadata take %1 bytes, and a .pt file is read with 64 KiB. Write safetensors.</source>
        <translation>元数据占 %1 字节，而读取 .pt 文件时至多 64 KiB。请写成 safetensors。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has a shape that no file can hold.</source>
        <translation>张量“%1”的形状没有文件能容纳。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; holds another number of values than its shape says.</source>
        <translation>张量“%1”的值的个数与其形状不符。</translation>
    </message>
    <message>
        <source>the weights are larger than the 512 MiB that are read. Write fewer.</source>
        <translation>权重大于可读取的 512 MiB。请少写一些。</translation>
    </message>
    <message>
        <source>%1: cannot be made: %2. Check the folder and the space on it; the run is not kept.</source>
        <translation>%1：无法创建：%2。请检查文件夹及其剩余空间；该运行未保存。</translation>
    </message>
    <message>
        <source>Run %1 is training, in this program or another. Stop it there first.</source>
        <translation>运行 %1 正在本程序或另一个程序中训练。请先在那里停止它。</translation>
    </message>
    <message>
        <source>Run %1 was written less than a minute ago, and its file system knows no locks that would tell whether another program trains it. Wait a minute.</source>
        <translation>运行 %1 不到一分钟前刚被写入，而其文件系统不支持锁，无法得知是否有别的程序在训练它。请等一分钟。</translation>
    </message>
    <message>
        <source>%1: cannot be moved to %2: %3. It is where it was; check that you may change the folder.</source>
        <translation>%1：无法移动到 %2：%3。它仍在原处；请检查您是否有权更改该文件夹。</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot; in %2.</source>
        <translation>%2 中没有运行“%1”。</translation>
    </message>
    <message>
        <source>%1: the runs cannot be listed: %2. Check that you may read the folder.</source>
        <translation>%1：无法列出运行记录：%2。请检查您是否有权读取该文件夹。</translation>
    </message>
    <message>
        <source>Run %1 keeps no weights of step %2 any more.</source>
        <translation>运行 %1 已不再保存第 %2 步的权重。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for a run: it has a line end or another control character in it. Choose a name of one line.</source>
        <translation>“%1”不能作为运行的名称：其中含有换行符或其他控制字符。请用单行的名称。</translation>
    </message>
    <message>
        <source>There is a run &quot;%1&quot; already; the one in the trash stays there.</source>
        <translation>已有运行“%1”；回收站里的那个仍留在原处。</translation>
    </message>
    <message>
        <source>%1: cannot be emptied: %2.</source>
        <translation>%1：无法清空：%2。</translation>
    </message>
    <message>
        <source>Step %1 cannot follow step %2 in the curves of run %3.</source>
        <translation>运行 %3 的曲线中，步 %1 不能排在步 %2 之后。</translation>
    </message>
    <message>
        <source>The evaluation at step %1 comes after that at step %2 of run %3.</source>
        <translation>运行 %3 在步 %1 的评估排在步 %2 的评估之后。</translation>
    </message>
    <message>
        <source>The change at step %1 comes after one at step %2 of run %3.</source>
        <translation>运行 %3 在步 %1 的改动排在步 %2 的改动之后。</translation>
    </message>
    <message>
        <source>The resume point of step %1 is ahead of the curves of run %2, which end at step %3.</source>
        <translation>运行 %2 的续训点在第 %1 步，超前于止于第 %3 步的曲线。</translation>
    </message>
    <message>
        <source>%1: the best weights so far cannot be kept under this name: %2. The older ones stay; check the folder and the space on it.</source>
        <translation>%1：目前最好的权重无法以此名称保存：%2。较早的权重仍保留；请检查文件夹及其剩余空间。</translation>
    </message>
    <message>
        <source>Run %1 cannot end as one that is running.</source>
        <translation>运行 %1 不能以“进行中”的状态结束。</translation>
    </message>
    <message>
        <source>Run %1 has ended; nothing can be added to it.</source>
        <translation>运行 %1 已结束；不能再添加内容。</translation>
    </message>
    <message>
        <source>%1: was deleted or moved while its run was training. Nothing more of the run is kept; the training continues.</source>
        <translation>%1：在该运行训练期间被删除或移走。该运行不再保存任何内容；训练会继续。</translation>
    </message>
    <message>
        <source>%1: %2 This is not a weights file this program can read; choose another.</source>
        <translation>%1：%2这不是本程序能读取的权重文件；请另选一个。</translation>
    </message>
    <message>
        <source>only %1 bytes; a safetensors file begins with 8 bytes of size.</source>
        <translation>只有 %1 字节；safetensors 文件以 8 字节的大小值开头。</translation>
    </message>
    <message>
        <source>its header claims %1 bytes; at most 1 MiB is allowed.</source>
        <translation>其头部声称有 %1 字节；最多允许 1 MiB。</translation>
    </message>
    <message>
        <source>its header claims %1 bytes, the file ends before that.</source>
        <translation>其头部声称有 %1 字节，而文件在此之前就结束了。</translation>
    </message>
    <message>
        <source>its header is nested too deeply.</source>
        <translation>其头部嵌套过深。</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; occurs twice in its header.</source>
        <translation>键“%1”在其头部出现了两次。</translation>
    </message>
    <message>
        <source>its header is not a JSON object.</source>
        <translation>其头部不是 JSON 对象。</translation>
    </message>
    <message>
        <source>its __metadata__ is not an object.</source>
        <translation>其 __metadata__ 不是对象。</translation>
    </message>
    <message>
        <source>its __metadata__ &quot;%1&quot; is not text.</source>
        <translation>其 __metadata__ 的“%1”不是文本。</translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation>%1不是整数。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; does not have exactly dtype, shape and data_offsets.</source>
        <translation>张量“%1”没有恰好包含 dtype、shape 和 data_offsets。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; is of the type %2, which is not read.</source>
        <translation>张量“%1”的类型 %2 不受支持。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has a shape that is no list of at most 8 numbers.</source>
        <translation>张量“%1”的 shape 不是至多 8 个数的列表。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has data_offsets that are no pair.</source>
        <translation>张量“%1”的 data_offsets 不是一对数。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: a side of its shape</source>
        <translation>张量“%1”：其形状的一个维度</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; is larger than the file may be.</source>
        <translation>张量“%1”大于文件允许的大小。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: its begin</source>
        <translation>张量“%1”：其起点</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot;: its end</source>
        <translation>张量“%1”：其终点</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; lies outside the file&apos;s data.</source>
        <translation>张量“%1”超出文件的数据范围。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; has %2 bytes; its shape needs %3.</source>
        <translation>张量“%1”有 %2 字节；按其形状需要 %3 字节。</translation>
    </message>
    <message>
        <source>tensor &quot;%1&quot; begins at byte %2 of the data, expected %3.</source>
        <translation>张量“%1”始于数据的第 %2 字节，应为 %3。</translation>
    </message>
    <message>
        <source>%1 bytes of data belong to no tensor.</source>
        <translation>有 %1 字节的数据不属于任何张量。</translation>
    </message>
    <message>
        <source>its data does not match the SHA-256 it carries: the file is damaged.</source>
        <translation>其数据与所附的 SHA-256 不符：文件已损坏。</translation>
    </message>
    <message>
        <source>%1: empty. Fetch or save the file again.</source>
        <translation>%1：是空的。请重新下载或保存该文件。</translation>
    </message>
    <message>
        <source>%1: a picture, and no weights. Choose a file of safetensors or PyTorch&apos;s .pt.</source>
        <translation>%1：是图片，不是权重。请选择 safetensors 或 PyTorch 的 .pt 文件。</translation>
    </message>
    <message>
        <source>%1: a file of ink or XML, and no weights. Choose a file of safetensors or PyTorch&apos;s .pt.</source>
        <translation>%1：是笔迹或 XML 文件，不是权重。请选择 safetensors 或 PyTorch 的 .pt 文件。</translation>
    </message>
    <message>
        <source>%1: a part of a data set in IDX, and no weights. Choose a file of safetensors or PyTorch&apos;s .pt.</source>
        <translation>%1：是 IDX 数据集的一部分，不是权重。请选择 safetensors 或 PyTorch 的 .pt 文件。</translation>
    </message>
    <message>
        <source>%1: text, and no weights. Choose a file of safetensors or PyTorch&apos;s .pt.</source>
        <translation>%1：是文本，不是权重。请选择 safetensors 或 PyTorch 的 .pt 文件。</translation>
    </message>
    <message>
        <source>%1: neither safetensors nor PyTorch&apos;s .pt, by its content. Choose another file, or fetch it again.</source>
        <translation>%1：从内容看既不是 safetensors，也不是 PyTorch 的 .pt。请另选文件，或重新下载。</translation>
    </message>
    <message>
        <source>%1: a folder. Choose the file of weights in it: %2.</source>
        <translation>%1：是文件夹。请选择其中的权重文件：%2。</translation>
    </message>
    <message>
        <source>%1: a folder, and no file of weights is in it. Choose a file of safetensors or PyTorch&apos;s .pt.</source>
        <translation>%1：是文件夹，其中没有权重文件。请选择 safetensors 或 PyTorch 的 .pt 文件。</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The program cannot be started once more (%1). Start it by its full path.</source>
        <translation>程序无法再启动一个（%1）。请用完整路径启动。</translation>
    </message>
    <message>
        <source>bench takes no files. Try glyphscope bench --help.</source>
        <translation>bench 不接受文件。请看 glyphscope bench --help。</translation>
    </message>
    <message>
        <source>calibrate needs --ink FILE... Try glyphscope calibrate --help.</source>
        <translation>calibrate 需要 --ink FILE...。请看 glyphscope calibrate --help。</translation>
    </message>
    <message>
        <source>calibrate needs --out FILE: where to write the weights.</source>
        <translation>calibrate 需要 --out FILE，即权重写到哪里。</translation>
    </message>
    <message>
        <source>--refuse goes with --not-digits FILE...</source>
        <translation>--refuse 要与 --not-digits FILE... 一起使用</translation>
    </message>
    <message>
        <source>%1 Try glyphscope %2 --help.</source>
        <translation>%1请看 glyphscope %2 --help。</translation>
    </message>
    <message>
        <source>--%1 %2: expected a whole number from %3 to %4.</source>
        <translation>--%1 %2：应为 %3 到 %4 的整数。</translation>
    </message>
    <message>
        <source>--%1 %2: expected a number from %3 to %4.</source>
        <translation>--%1 %2：应为 %3 到 %4 的数。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;. Try glyphscope --help.</source>
        <translation>没有命令“%1”。请看 glyphscope --help。</translation>
    </message>
    <message>
        <source>%1: expected one of safetensors, pt, onnx, npz for weights; inkml, png, svg, idx for drawings. Give OUT one of these suffixes, or name it with --to.</source>
        <translation>%1：应为其中之一：权重用 safetensors、pt、onnx、npz；手写图用 inkml、png、svg、idx。请让 OUT 带上其中一个后缀，或用 --to 指明。</translation>
    </message>
    <message>
        <source>%1: the same file as IN. Name another one to write.</source>
        <translation>%1：与 IN 是同一个文件。请另写一个。</translation>
    </message>
    <message>
        <source>%1: the labels of IN. Name another one to write.</source>
        <translation>%1：是 IN 的标签文件。请另写一个。</translation>
    </message>
    <message>
        <source>convert takes the file that is there and the one to write. Try glyphscope convert --help.</source>
        <translation>convert 需要已有的文件和要写的文件。请看 glyphscope convert --help。</translation>
    </message>
    <message>
        <source>%1: holds weights, which cannot be written as %2. Possible are safetensors, pt, onnx and npz.</source>
        <translation>%1：是权重，不能写成 %2。可用 safetensors、pt、onnx 和 npz。</translation>
    </message>
    <message>
        <source>--item goes with drawings only; %1 holds weights.</source>
        <translation>--item 只用于手写图；%1 是权重。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: there is no item %2; the last one is item %3.</source>
        <translation>%1：没有第 %2 项；最后一项是 %3。</translation>
    </message>
    <message>
        <source>%1: no drawing can be divided as its label says. --divide takes ink of numbers with labels such as 42.</source>
        <translation>%1：没有手写图能按其标签切分。--divide 需要带有 42 这类标签的数字串笔迹。</translation>
    </message>
    <message>
        <source>%1: holds a picture, and so no strokes, which cannot be written as %2. Possible are png, svg and idx.</source>
        <translation>%1：是图片，没有笔画，不能写成 %2。可用 png、svg 和 idx。</translation>
    </message>
    <message>
        <source>%1: holds a picture, which cannot be written as %2. Possible are png, svg and idx.</source>
        <translation>%1：是图片，不能写成 %2。可用 png、svg 和 idx。</translation>
    </message>
    <message>
        <source>%1: holds drawings, which cannot be written as %2. Possible are inkml, png, svg and idx.</source>
        <translation>%1：是手写图，不能写成 %2。可用 inkml、png、svg 和 idx。</translation>
    </message>
    <message>
        <source>%1: holds %2 drawings, and %3 takes one. Choose it with --item (from 0), or write them all as inkml or idx.</source>
        <translation>%1：有 %2 幅手写图，而 %3 只能存一幅。请用 --item（从 0 起）选一幅，或全部写成 inkml 或 idx。</translation>
    </message>
    <message>
        <source>%1: a folder. Name the file in it: of a data set that of the images, such as train-images-idx3-ubyte.</source>
        <translation>%1：是文件夹。请指明其中的文件：数据集要指明图像文件，例如 train-images-idx3-ubyte。</translation>
    </message>
    <message>
        <source>%1: holds a data set of pictures, which cannot be written as %2. Possible are idx, and of one item png and svg.</source>
        <translation>%1：是图片数据集，不能写成 %2。可用 idx，单独一项还可用 png 和 svg。</translation>
    </message>
    <message>
        <source>%1: holds %2 images, and %3 takes one. Choose it with --item (from 0), or write them all as idx.</source>
        <translation>%1：有 %2 幅图像，而 %3 只能存一幅。请用 --item（从 0 起）选一幅，或全部写成 idx。</translation>
    </message>
    <message>
        <source>evaluate needs one of --data DIR, --ink FILE... and --numbers FILE... Try glyphscope evaluate --help.</source>
        <translation>evaluate 需要 --data DIR、--ink FILE... 和 --numbers FILE... 之一。请看 glyphscope evaluate --help。</translation>
    </message>
    <message>
        <source>evaluate --data takes one folder and no files.</source>
        <translation>evaluate --data 只接受一个文件夹，不接受文件。</translation>
    </message>
    <message>
        <source>%1: drawings left out that have no label, or one with characters that are no class of the weights: %2</source>
        <translation>%1：已略去没有标签、或标签中有字符不属于权重类别的手写图：%2</translation>
    </message>
    <message>
        <source>%1: no drawing has a label that the weights can give. Choose files of labelled numbers.</source>
        <translation>%1：没有手写图的标签是这些权重能给出的。请选择带标签的数字串文件。</translation>
    </message>
    <message>
        <source>evaluate --numbers takes files of numbers, and no --data, --ink or --not-digits.</source>
        <translation>evaluate --numbers 接受数字串文件，不与 --data、--ink 或 --not-digits 同用。</translation>
    </message>
    <message>
        <source>Either --freeze NAME or --freeze-none can be meant, not both.</source>
        <translation>--freeze NAME 与 --freeze-none 只能用其一。</translation>
    </message>
    <message>
        <source>finetune takes files after --ink only.</source>
        <translation>finetune 只在 --ink 之后接受文件。</translation>
    </message>
    <message>
        <source>Either --data DIR or --replay-ink FILE... can be meant, not both.</source>
        <translation>--data DIR 与 --replay-ink FILE... 只能用其一。</translation>
    </message>
    <message>
        <source>finetune needs --ink FILE... or --samples. Try glyphscope finetune --help.</source>
        <translation>finetune 需要 --ink FILE... 或 --samples。请看 glyphscope finetune --help。</translation>
    </message>
    <message>
        <source>--%1 goes with --optimizer adamw, adam or muon.</source>
        <translation>--%1 要与 --optimizer adamw、adam 或 muon 同用。</translation>
    </message>
    <message>
        <source>--%1 goes with --optimizer sgd or nesterov.</source>
        <translation>--%1 要与 --optimizer sgd 或 nesterov 同用。</translation>
    </message>
    <message>
        <source>--%1 goes with --optimizer muon.</source>
        <translation>--%1 要与 --optimizer muon 同用。</translation>
    </message>
    <message>
        <source>--%1 goes with --select N, at least 1.</source>
        <translation>--%1 要与 --select N 同用，N 至少为 1。</translation>
    </message>
    <message>
        <source>--%1 goes with --schedule step.</source>
        <translation>--%1 要与 --schedule step 同用。</translation>
    </message>
    <message>
        <source>--%1 goes with --schedule one-cycle or linear.</source>
        <translation>--%1 要与 --schedule one-cycle 或 linear 同用。</translation>
    </message>
    <message>
        <source>--%1 goes with --elastic PIXELS, above 0.</source>
        <translation>--%1 要与大于 0 的 --elastic PIXELS 同用。</translation>
    </message>
    <message>
        <source>--%1 cannot be changed with --resume: the run has its own.</source>
        <translation>--%1 不能用 --resume 更改：该运行有自己的设置。</translation>
    </message>
    <message>
        <source>inspect takes one picture or file of ink. Try glyphscope inspect --help.</source>
        <translation>inspect 接受一个图片或笔迹文件。请看 glyphscope inspect --help。</translation>
    </message>
    <message>
        <source>inspect needs a folder to write to: --out DIR.</source>
        <translation>inspect 需要写入的文件夹：--out DIR。</translation>
    </message>
    <message>
        <source>--layer explains the logit of a class. Name the class, too: --class C.</source>
        <translation>--layer 解释某个类别的 logit。请同时指明类别：--class C。</translation>
    </message>
    <message>
        <source>%1: there is no item %2. It holds one drawing, item 0.</source>
        <translation>%1：没有第 %2 项。它只有一幅手写图，即第 0 项。</translation>
    </message>
    <message>
        <source>%1: there is no item %2. It holds %3 drawings, items 0 to %4.</source>
        <translation>%1：没有第 %2 项。它有 %3 幅手写图，即第 0 到 %4 项。</translation>
    </message>
    <message>
        <source>%1: item %2 is empty: there is no ink to inspect. Choose another item or file.</source>
        <translation>%1：第 %2 项是空的，没有可检查的笔迹。请另选一项或文件。</translation>
    </message>
    <message>
        <source>--class %1: this network has the classes 0 to %2.</source>
        <translation>--class %1：该网络的类别是 0 到 %2。</translation>
    </message>
    <message>
        <source>%1: the picture could not be made. There is too little memory, or Qt cannot write PNG here.</source>
        <translation>%1：无法生成图片。内存太少，或此处的 Qt 不能写 PNG。</translation>
    </message>
    <message>
        <source>%1: this picture of an earlier run could not be removed (%2). Remove it, or name another folder with --out.</source>
        <translation>%1：上次运行留下的图片无法删除（%2）。请删除它，或用 --out 另指一个文件夹。</translation>
    </message>
    <message>
        <source>%1: files cannot be written there. Name a folder of yours with --out; it is made if it is not there.</source>
        <translation>%1：无法在那里写文件。请用 --out 指明您自己的文件夹；不存在时会自动创建。</translation>
    </message>
    <message>
        <source>--language %1: there is no such language. Choose one of: python, sequential, cpp, print.</source>
        <translation>--language %1：没有这种语言。请从中选择：python、sequential、cpp、print。</translation>
    </message>
    <message>
        <source>There is no &quot;network %1&quot;. Choose one of: list, show, check, code.</source>
        <translation>没有“network %1”。请从中选择：list、show、check、code。</translation>
    </message>
    <message>
        <source>Usage: glyphscope network %1%2</source>
        <translation>用法：glyphscope network %1%2</translation>
    </message>
    <message>
        <source>--language goes with network code only.</source>
        <translation>--language 只与 network code 同用。</translation>
    </message>
    <message>
        <source>--out %1: weights are not written as %2. Give the name one of .safetensors, .pt, .onnx and .npz.</source>
        <translation>--out %1：权重不能写成 %2。请让名称以 .safetensors、.pt、.onnx 或 .npz 结尾。</translation>
    </message>
    <message>
        <source>%1: the weights cannot be written there. Name a file in a folder of yours with --out.</source>
        <translation>%1：无法在那里写入权重。请用 --out 指明您自己文件夹中的文件。</translation>
    </message>
    <message>
        <source>--crop %1 is no part of a picture. Give left, top, width and height in shares of it, such as 0.25,0.1,0.5,0.8.</source>
        <translation>--crop %1 不是图片的一部分。请按比例给出左、上、宽、高，例如 0.25,0.1,0.5,0.8。</translation>
    </message>
    <message>
        <source>--ground %1 is none of auto, sheet, transparent.</source>
        <translation>--ground %1 不是 auto、sheet、transparent 之一。</translation>
    </message>
    <message>
        <source>%1: cut off: only the part that is there was read. Save or fetch it again.</source>
        <translation>%1：被截断：只读取了已有的部分。请重新保存或下载。</translation>
    </message>
    <message>
        <source>%1: its images are dark on light. They are inverted, since networks here read light on dark.</source>
        <translation>%1：其图像是浅底深字。由于这里的网络读深底浅字，已将其反相。</translation>
    </message>
    <message>
        <source>predict needs at least one picture or file of ink. Try glyphscope predict --help.</source>
        <translation>predict 至少需要一个图片或笔迹文件。请看 glyphscope predict --help。</translation>
    </message>
    <message>
        <source>%1: holds no drawing. Choose another file.</source>
        <translation>%1：没有手写图。请另选文件。</translation>
    </message>
    <message>
        <source>--out %1: expected a name that ends in .csv, or has tfevents in it as TensorBoard asks for.</source>
        <translation>--out %1：名称应以 .csv 结尾，或按 TensorBoard 的要求含有 tfevents。</translation>
    </message>
    <message>
        <source>runs export needs --out FILE: a .csv table, or TensorBoard events (.tfevents).</source>
        <translation>runs export 需要 --out FILE：.csv 表格，或 TensorBoard 事件（.tfevents）。</translation>
    </message>
    <message>
        <source>There is no &quot;runs %1&quot;. Choose one of: %2.</source>
        <translation>没有“runs %1”。请从中选择：%2。</translation>
    </message>
    <message>
        <source>Usage: glyphscope runs %1%2</source>
        <translation>用法：glyphscope runs %1%2</translation>
    </message>
    <message>
        <source>--out goes with runs export only.</source>
        <translation>--out 只与 runs export 同用。</translation>
    </message>
    <message>
        <source>%1 runs begin with &quot;%2&quot;: %3, %4. Give more of the id.</source>
        <translation>有 %1 个运行以“%2”开头：%3、%4。请多写几位编号。</translation>
    </message>
    <message>
        <source>%1 runs begin with &quot;%2&quot;: %3, %4, .... Give more of the id.</source>
        <translation>有 %1 个运行以“%2”开头：%3、%4、……。请多写几位编号。</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot;. glyphscope runs lists them.</source>
        <translation>没有运行“%1”。glyphscope runs 会列出全部。</translation>
    </message>
    <message>
        <source>There is no run &quot;%1&quot; in the trash.</source>
        <translation>回收站中没有运行“%1”。</translation>
    </message>
    <message>
        <source>Standard input cannot be read (%1). Name a file instead of -.</source>
        <translation>无法读取标准输入（%1）。请用文件名代替 -。</translation>
    </message>
    <message>
        <source>Standard input has more than 1 GiB, which nothing that is read here has.</source>
        <translation>标准输入超过 1 GiB，这里读取的内容都没有这么大。</translation>
    </message>
    <message>
        <source>%1: standard input cannot be kept there (%2). Free some space, or set TMPDIR to another folder.</source>
        <translation>%1：无法把标准输入存放在那里（%2）。请腾出空间，或把 TMPDIR 设为别的文件夹。</translation>
    </message>
    <message>
        <source>%1 reads its files more than once, and standard input (-) only once. Name a file.</source>
        <translation>%1 会多次读取文件，而标准输入（-）只能读一次。请指明文件。</translation>
    </message>
    <message>
        <source>--no-run does not go with --resume RUN: the run continues in its own folder.</source>
        <translation>--no-run 不能与 --resume RUN 同用：运行会在自己的文件夹中继续。</translation>
    </message>
    <message>
        <source>Run %1 has made all of its %2 steps. Begin a new one with more --epochs.</source>
        <translation>运行 %1 已完成全部 %2 步。请用更大的 --epochs 开始新的运行。</translation>
    </message>
    <message>
        <source>The training set is smaller than a batch of %1 images: batches of %2 are used. Choose others by --batch.</source>
        <translation>训练集小于 %1 幅图像的一个批次：改用大小为 %2 的批次。可用 --batch 另选。</translation>
    </message>
    <message>
        <source>train begins with the weights of a seed, not with --model. To continue a run use --resume.</source>
        <translation>train 从随机种子的权重开始，不用 --model。要继续某个运行请用 --resume。</translation>
    </message>
    <message>
        <source>--from does not go with --resume or --network: the weights have their network.</source>
        <translation>--from 不能与 --resume 或 --network 同用：权重自带网络。</translation>
    </message>
    <message>
        <source>--ink-habits %1: %2</source>
        <translation>--ink-habits %1：%2</translation>
    </message>
    <message>
        <source>--%1 goes with --teacher FILE.</source>
        <translation>--%1 要与 --teacher FILE 同用。</translation>
    </message>
    <message>
        <source>train takes files after --ink only.</source>
        <translation>train 只在 --ink 之后接受文件。</translation>
    </message>
    <message>
        <source>--ink-habits goes with --ink FILE... or --not-digits FILE...</source>
        <translation>--ink-habits 要与 --ink FILE... 或 --not-digits FILE... 同用</translation>
    </message>
    <message>
        <source>--ink-variations goes with --ink FILE... or --not-digits FILE...</source>
        <translation>--ink-variations 要与 --ink FILE... 或 --not-digits FILE... 同用</translation>
    </message>
    <message>
        <source>--fold-case goes with --ink FILE...</source>
        <translation>--fold-case 要与 --ink FILE... 同用</translation>
    </message>
    <message>
        <source>train --resume RUN takes no files: the run has its own.</source>
        <translation>train --resume RUN 不接受文件：该运行有自己的数据。</translation>
    </message>
    <message>
        <source>--freeze %1: there is no such parameter. Choose from these: %2.</source>
        <translation>--freeze %1：没有这个参数。请从中选择：%2。</translation>
    </message>
    <message>
        <source>completion takes one of: %1.</source>
        <translation>completion 接受以下之一：%1。</translation>
    </message>
    <message>
        <source>manual takes no arguments.</source>
        <translation>manual 不接受参数。</translation>
    </message>
    <message>
        <source>%1: no drawing has one of the labels of --only %2.</source>
        <translation>%1：没有手写图带有 --only %2 中的标签。</translation>
    </message>
    <message>
        <source>--%1 goes with files of labelled ink only; %2 is none.</source>
        <translation>--%1 只用于带标签的笔迹文件；%2 不是这种文件。</translation>
    </message>
    <message>
        <source>--labels goes with --sheet only.</source>
        <translation>--labels 只与 --sheet 一起使用。</translation>
    </message>
    <message>
        <source>--labels %1 is none of auto, rows, read.</source>
        <translation>--labels %1 不是 auto、rows、read 之一。</translation>
    </message>
    <message>
        <source>--%1 does not go with sheets. Leave it out.</source>
        <translation>--%1 不能用于样本表。请去掉它。</translation>
    </message>
    <message>
        <source>convert --sheet takes a picture and the name of IDX files to write: convert --sheet SHEET.jpg OUT.idx.</source>
        <translation>convert --sheet 需要一张图片和要写入的 IDX 文件名：convert --sheet SHEET.jpg OUT.idx。</translation>
    </message>
    <message>
        <source>%1: a sheet is written as IDX files. Give OUT the suffix .idx.</source>
        <translation>%1：样本表写成 IDX 文件。请给 OUT 加上后缀 .idx。</translation>
    </message>
    <message>
        <source>convert --blank-sheet takes the name of the PDF to write: convert --blank-sheet a4 OUT.pdf.</source>
        <translation>convert --blank-sheet 需要要写入的 PDF 文件名：convert --blank-sheet a4 OUT.pdf。</translation>
    </message>
    <message>
        <source>--blank-sheet %1 is none of a4, letter.</source>
        <translation>--blank-sheet %1 不是 a4、letter 之一。</translation>
    </message>
    <message>
        <source>%1: a sheet to print is written as PDF. Give OUT the suffix .pdf.</source>
        <translation>%1：供打印的样本表写成 PDF。请给 OUT 加上后缀 .pdf。</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>cannot be read to its end. Check the disk, or fetch the file again.</source>
        <translation>无法读到末尾。请检查磁盘，或重新下载文件。</translation>
    </message>
    <message>
        <source>there are other bytes after the end of the gzip data. Fetch the file again.</source>
        <translation>gzip 数据结束后还有其他字节。请重新下载文件。</translation>
    </message>
    <message>
        <source>the gzip data breaks off. Fetch the file again.</source>
        <translation>gzip 数据中断。请重新下载文件。</translation>
    </message>
    <message>
        <source>the gzip data is damaged (%1). Fetch the file again.</source>
        <translation>gzip 数据已损坏（%1）。请重新下载文件。</translation>
    </message>
    <message>
        <source>the gzip data is damaged (unknown reason). Fetch the file again.</source>
        <translation>gzip 数据已损坏（原因不明）。请重新下载文件。</translation>
    </message>
    <message>
        <source>not a file. Choose the IDX file itself.</source>
        <translation>不是文件。请选择 IDX 文件本身。</translation>
    </message>
    <message>
        <source>no such file. Check the name and the folder.</source>
        <translation>没有这个文件。请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>cannot be opened. Check that you may read it.</source>
        <translation>无法打开。请检查您是否有读取权限。</translation>
    </message>
    <message>
        <source>there is no memory left to unpack it.</source>
        <translation>内存不足，无法解压。</translation>
    </message>
    <message>
        <source>%1: cannot be read. Check that you may read it.</source>
        <translation>%1：无法读取。请检查您是否有读取权限。</translation>
    </message>
    <message>
        <source>%1: no list of classes. It needs one name a line, and 255 classes at most.</source>
        <translation>%1：不是类别列表。应每行一个名称，最多 255 个类别。</translation>
    </message>
    <message>
        <source>%1: names %2 classes. It needs one line a class, from 2 to 255.</source>
        <translation>%1：列出了 %2 个类别。应每行一个，共 2 到 255 个。</translation>
    </message>
    <message>
        <source>%1: line %2 is empty. Give each class a name of its own.</source>
        <translation>%1：第 %2 行是空的。请给每个类别各起一个名称。</translation>
    </message>
    <message>
        <source>%1: line %2 gives the name &quot;%3&quot; again. Give each class a name of its own.</source>
        <translation>%1：第 %2 行重复了名称“%3”。请给每个类别各起一个名称。</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no label and code point. Take EMNIST&apos;s own file, or name the classes in %3.</source>
        <translation>%1：“%2”不是标签和码点。请用 EMNIST 自己的文件，或在 %3 中写出类别名称。</translation>
    </message>
    <message>
        <source>a Git LFS pointer: a note of where the file is, not the file itself. Fetch it with git lfs pull, or download it again.</source>
        <translation>是 Git LFS 指针：只记录了文件在哪里，不是文件本身。请用 git lfs pull 获取，或重新下载。</translation>
    </message>
    <message>
        <source>a web page: the download gave the page around the file, or one with an error. Open it in a browser, and download the file itself.</source>
        <translation>是网页：下载到的是文件所在的页面或错误页面。请在浏览器中打开它，再下载文件本身。</translation>
    </message>
    <message>
        <source>packed with gzip. Unpack it with gunzip, and choose what is inside.</source>
        <translation>是 gzip 压缩文件。请用 gunzip 解压，再选择其中的文件。</translation>
    </message>
    <message>
        <source>a packed archive. Unpack it, and choose the file inside.</source>
        <translation>是压缩包。请解压，再选择其中的文件。</translation>
    </message>
    <message>
        <source>a tar archive. Unpack it with tar -xf, and choose the file inside; if PyTorch before 0.1.11 wrote it, load it in Python and save it again.</source>
        <translation>是 tar 包。请用 tar -xf 解包，再选择其中的文件；若是 PyTorch 0.1.11 之前写的，请在 Python 中加载后重新保存。</translation>
    </message>
    <message>
        <source>a zip of other files. Unpack it, and choose the file or the folder inside.</source>
        <translation>是含有其他文件的 zip。请解压，再选择其中的文件或文件夹。</translation>
    </message>
    <message>
        <source>a TorchScript archive, which is a program and its weights. Save the weights alone from Python: torch.save(torch.jit.load(&quot;model.pt&quot;).state_dict(), &quot;weights.pt&quot;).</source>
        <translation>是 TorchScript 存档，即程序及其权重。请在 Python 中单独保存权重：torch.save(torch.jit.load(&quot;model.pt&quot;).state_dict(), &quot;weights.pt&quot;)。</translation>
    </message>
    <message>
        <source>weights as torch.save wrote them before PyTorch 1.6. Load them in Python where you trust them, and save them again: torch.save(torch.load(&quot;old.pt&quot;), &quot;weights.pt&quot;).</source>
        <translation>是 PyTorch 1.6 之前的 torch.save 写的权重。请在 Python 中（确认可信后）加载并重新保存：torch.save(torch.load(&quot;old.pt&quot;), &quot;weights.pt&quot;)。</translation>
    </message>
    <message>
        <source>a bare pickle, which is code; no code in a file is ever run. Load it in Python where you trust it, and save the weights from there: torch.save(model.state_dict(), &quot;weights.pt&quot;).</source>
        <translation>是裸 pickle，即代码；从不执行文件中的代码。请在 Python 中（确认可信后）加载，再从那里保存权重：torch.save(model.state_dict(), &quot;weights.pt&quot;)。</translation>
    </message>
    <message>
        <source>arrays of NumPy, which are not read as weights. Save them from Python as safetensors: safetensors.numpy.save_file(arrays, &quot;weights.safetensors&quot;).</source>
        <translation>是 NumPy 数组，不能作为权重读取。请在 Python 中存成 safetensors：safetensors.numpy.save_file(arrays, &quot;weights.safetensors&quot;)。</translation>
    </message>
    <message>
        <source>a model of Keras or other data in HDF5, which is not read. Weights are read as PyTorch&apos;s .pt or safetensors; convert them in Python.</source>
        <translation>是 Keras 模型或其他 HDF5 数据，不能读取。权重可读取 PyTorch 的 .pt 或 safetensors；请在 Python 中转换。</translation>
    </message>
    <message>
        <source>an ONNX model. ONNX is written here, not read: choose the .pt or safetensors that it was made of.</source>
        <translation>是 ONNX 模型。这里只写 ONNX，不读：请选择生成它的 .pt 或 safetensors。</translation>
    </message>
    <message>
        <source>a part of a TensorFlow model, which is not read. Weights are read as PyTorch&apos;s .pt or safetensors; convert them in Python.</source>
        <translation>是 TensorFlow 模型的一部分，不能读取。权重可读取 PyTorch 的 .pt 或 safetensors；请在 Python 中转换。</translation>
    </message>
    <message>
        <source>a model in GGUF, which is not read. Weights are read as PyTorch&apos;s .pt or safetensors.</source>
        <translation>是 GGUF 模型，不能读取。权重可读取 PyTorch 的 .pt 或 safetensors。</translation>
    </message>
    <message>
        <source>the index of weights that lie in several files, not the weights. Put them into one file in Python: safetensors.torch.save_file(tensors, &quot;weights.safetensors&quot;).</source>
        <translation>是分成多个文件的权重的索引，不是权重。请在 Python 中合成一个文件：safetensors.torch.save_file(tensors, &quot;weights.safetensors&quot;)。</translation>
    </message>
    <message>
        <source>The images of %1 are dark on light. They are inverted, since networks here read light on dark.</source>
        <translation>%1 的图像是浅底深字。由于这里的网络读深底浅字，已将其反相。</translation>
    </message>
    <message>
        <source>%1: holds several data sets, %2 and %3. Choose one of them.</source>
        <translation>%1：含有多个数据集，%2 和 %3。请选择其中一个。</translation>
    </message>
    <message>
        <source>%1: no data set is there, but %2, which is packed. Unpack it.</source>
        <translation>%1：那里没有数据集，只有压缩的 %2。请解压。</translation>
    </message>
    <message>
        <source>%1: not there: %2. ./run.sh fetches MNIST; any folder of four IDX files will do.</source>
        <translation>%1：缺少 %2。./run.sh 会下载 MNIST；任何含四个 IDX 文件的文件夹都可以。</translation>
    </message>
    <message>
        <source>%1: arrays of NumPy, but none of a data set. It needs x_train, y_train, x_test and y_test.</source>
        <translation>%1：是 NumPy 数组，但不是数据集。需要有 x_train、y_train、x_test 和 y_test。</translation>
    </message>
    <message>
        <source>%1: a file, but none of a whole data set. To train on it, its folder needs the four files train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte; to look at an image, glyphscope convert %1 image.png --item 0 takes it out.</source>
        <translation>%1：是文件，但不是完整的数据集。要用它训练，其文件夹需要四个文件：train-images-idx3-ubyte、train-labels-idx1-ubyte、t10k-images-idx3-ubyte 和 t10k-labels-idx1-ubyte；要看其中一幅图像，可用 glyphscope convert %1 image.png --item 0 取出。</translation>
    </message>
    <message>
        <source>%1: holds several sets of EMNIST (%2, %3, ...). Put the four files of one into a folder of their own.</source>
        <translation>%1：含有多套 EMNIST（%2、%3、……）。请把其中一套的四个文件放进单独的文件夹。</translation>
    </message>
    <message>
        <source>%1: no such folder. ./run.sh fetches MNIST; any folder of four IDX files will do.</source>
        <translation>%1：没有这个文件夹。./run.sh 会下载 MNIST；任何含四个 IDX 文件的文件夹都可以。</translation>
    </message>
    <message>
        <source>its header has no &quot;%1&quot;. Save the array again.</source>
        <translation>其头部没有“%1”。请重新保存数组。</translation>
    </message>
    <message>
        <source>its shape is no list of at most 8 numbers. Save the array again.</source>
        <translation>其形状不是至多 8 个数的列表。请重新保存数组。</translation>
    </message>
    <message>
        <source>does not begin as an array of NumPy does. Save it again.</source>
        <translation>开头不是 NumPy 数组的格式。请重新保存。</translation>
    </message>
    <message>
        <source>ends within its header. Fetch the file again.</source>
        <translation>在头部之内就结束了。请重新下载文件。</translation>
    </message>
    <message>
        <source>is an array of several types. Choose another file.</source>
        <translation>是多种类型的数组。请另选文件。</translation>
    </message>
    <message>
        <source>is stored in Fortran&apos;s order. Save it in C&apos;s.</source>
        <translation>按 Fortran 顺序存储。请按 C 顺序保存。</translation>
    </message>
    <message>
        <source>a number of labels</source>
        <translation>标签数</translation>
    </message>
    <message>
        <source>the magic number</source>
        <translation>魔数</translation>
    </message>
    <message>
        <source>magic number %1 (labels) at byte 0 where an IDX file of images has %2. Not such a file; choose another.</source>
        <translation>第 0 字节处是魔数 %1（标签），而 IDX 图像文件应为 %2。不是这种文件；请另选一个。</translation>
    </message>
    <message>
        <source>magic number %1 at byte 0 where an IDX file of images has %2. Not such a file; choose another.</source>
        <translation>第 0 字节处是魔数 %1，而 IDX 图像文件应为 %2。不是这种文件；请另选一个。</translation>
    </message>
    <message>
        <source>magic number %1 (images) at byte 0 where an IDX file of labels has %2. Not such a file; choose another.</source>
        <translation>第 0 字节处是魔数 %1（图像），而 IDX 标签文件应为 %2。不是这种文件；请另选一个。</translation>
    </message>
    <message>
        <source>magic number %1 at byte 0 where an IDX file of labels has %2. Not such a file; choose another.</source>
        <translation>第 0 字节处是魔数 %1，而 IDX 标签文件应为 %2。不是这种文件；请另选一个。</translation>
    </message>
    <message>
        <source>the header announces %1 of 0. Fetch the file again.</source>
        <translation>头部声明%1为 0。请重新下载文件。</translation>
    </message>
    <message>
        <source>the header announces more than 1 GiB of data (%1: %2). Fetch the file again, or split the set.</source>
        <translation>头部声明的数据超过 1 GiB（%1：%2）。请重新下载文件，或拆分数据集。</translation>
    </message>
    <message>
        <source>the header announces more than 1 GiB of labels. Fetch the file again, or split the set.</source>
        <translation>头部声明的标签超过 1 GiB。请重新下载文件，或拆分数据集。</translation>
    </message>
    <message>
        <source>more data follows the %1 bytes that the header announces. Fetch the file again.</source>
        <translation>在头部声明的 %1 字节之后还有数据。请重新下载文件。</translation>
    </message>
    <message>
        <source>ends at byte %1, within the header, before %2. Fetch the file again.</source>
        <translation>在第 %1 字节处、头部之内、%2之前就结束了。请重新下载文件。</translation>
    </message>
    <message>
        <source>too few of the %1 bytes that the header announces are there. Fetch the file again.</source>
        <translation>不足头部声明的 %1 字节。请重新下载文件。</translation>
    </message>
    <message>
        <source>only %1 of the %2 bytes that the header announces are there. Fetch the file again.</source>
        <translation>头部声明了 %2 字节，只有 %1 字节。请重新下载文件。</translation>
    </message>
    <message>
        <source>a number of images</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>a number of rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>a number of columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>the label of image %1 (from 0) is none from 0 to 255. Correct it, or fetch the file again.</source>
        <translation>图像 %1（从 0 起）的标签不在 0 到 255 之间。请更正，或重新下载文件。</translation>
    </message>
    <message>
        <source>%1: images of %2x%3 where the network reads 28x28. Choose a set in MNIST&apos;s format.</source>
        <translation>%1：图像为 %2x%3，而网络读 28x28。请选择 MNIST 格式的数据集。</translation>
    </message>
    <message>
        <source>%1: %2 labels for %3 images. The two files do not belong together; fetch the set again or choose another folder.</source>
        <translation>%1：%2 个标签对应 %3 幅图像。这两个文件不配套；请重新下载数据集或另选文件夹。</translation>
    </message>
    <message>
        <source>%1: changed while it was read. Try again.</source>
        <translation>%1：读取期间发生了变化。请重试。</translation>
    </message>
    <message>
        <source>An IDX file holds from 1 to 2^31 - 1 images, not %1.</source>
        <translation>IDX 文件可含 1 到 2^31 - 1 幅图像，而不是 %1 幅。</translation>
    </message>
    <message>
        <source>These %1 bytes cannot be packed. Write them unpacked.</source>
        <translation>这 %1 字节无法压缩。请不压缩地写出。</translation>
    </message>
    <message>
        <source>The labels of a data set cannot be understood. Fetch it again.</source>
        <translation>无法理解数据集的标签。请重新下载。</translation>
    </message>
    <message>
        <source>%1: image %2 (from 0) has the label %3, which hardly any other has. Correct it, or name all classes in %4 beside the file.</source>
        <translation>%1：图像 %2（从 0 起）的标签 %3 几乎没有别的图像使用。请更正，或在旁边的 %4 中写出全部类别名称。</translation>
    </message>
    <message>
        <source>%1: image %2 (from 0) has the label %3, and most labels below occur nowhere. Number the classes from 0, or name all of them in %4 beside the file.</source>
        <translation>%1：图像 %2（从 0 起）的标签为 %3，而其下的大多数标签从未出现。请从 0 起给类别编号，或在旁边的 %4 中写出全部类别名称。</translation>
    </message>
    <message>
        <source>%1: image %2 (from 0) has the label %3, and labels go up to %4. Choose a set of fewer classes.</source>
        <translation>%1：图像 %2（从 0 起）的标签为 %3，而标签最大为 %4。请选择类别较少的数据集。</translation>
    </message>
    <message>
        <source>The labels of %1 begin at 1. They are moved to begin at 0; the first class is &quot;%2&quot;.</source>
        <translation>%1 的标签从 1 开始，已移到从 0 开始；第一个类别是“%2”。</translation>
    </message>
    <message>
        <source>%1: image %2 (from 0) has the label %3, and %4 names no such class. Correct the label, or name the class.</source>
        <translation>%1：图像 %2（从 0 起）的标签为 %3，而 %4 没有写出这个类别。请更正标签，或写出类别名称。</translation>
    </message>
    <message>
        <source>MNIST is not in %1. ./run.sh fetches it; or set GLYPHSCOPE_DATA, or choose another folder of IDX files.</source>
        <translation>MNIST 不在 %1 中。./run.sh 会下载它；或者设置 GLYPHSCOPE_DATA，或另选含 IDX 文件的文件夹。</translation>
    </message>
    <message>
        <source>does not match its CRC-32. Fetch the file again.</source>
        <translation>与其 CRC-32 不符。请重新下载文件。</translation>
    </message>
    <message>
        <source>is larger than 1 GiB, packed otherwise than NumPy does, or damaged. Fetch the file again.</source>
        <translation>大于 1 GiB，压缩方式与 NumPy 不同，或已损坏。请重新下载文件。</translation>
    </message>
    <message>
        <source>is not where the zip says. Fetch the file again.</source>
        <translation>不在 zip 所指之处。请重新下载文件。</translation>
    </message>
    <message>
        <source>breaks off. Fetch the file again.</source>
        <translation>中断。请重新下载文件。</translation>
    </message>
    <message>
        <source>its packed data is damaged. Fetch the file again.</source>
        <translation>其压缩数据已损坏。请重新下载文件。</translation>
    </message>
    <message>
        <source>its shape is none of images of 28x28. Choose a set in MNIST&apos;s format.</source>
        <translation>其形状不是 28x28 的图像。请选择 MNIST 格式的数据集。</translation>
    </message>
    <message>
        <source>its numbers are of the type %1, and bytes (uint8) are needed. Save it as such.</source>
        <translation>其数值类型为 %1，而需要字节（uint8）。请存成这种类型。</translation>
    </message>
    <message>
        <source>its size is not what its shape says. Fetch the file again.</source>
        <translation>其大小与形状不符。请重新下载文件。</translation>
    </message>
    <message>
        <source>holds no labels: it needs a whole number for each image.</source>
        <translation>没有标签：每幅图像需要一个整数。</translation>
    </message>
    <message>
        <source>%1 labels for %2 images. Fetch the set again.</source>
        <translation>%1 个标签对应 %2 幅图像。请重新下载数据集。</translation>
    </message>
    <message>
        <source>validation share %1: choose one from 0 up to, not including, 1.</source>
        <translation>验证集比例 %1：请选择大于等于 0、小于 1 的值。</translation>
    </message>
    <message>
        <source>image %1 asked for in a set of %2. Choose positions within the set.</source>
        <translation>在有 %2 幅的集合中要取第 %1 幅图像。请选择集合内的位置。</translation>
    </message>
    <message>
        <source>There is no habit of pens &quot;%1&quot;. Choose all, none or some of these: %2.</source>
        <translation>没有用笔习惯“%1”。请选择 all、none 或其中几种：%2。</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>unknown reason</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>The engine could not be loaded from %1: %2. Install LibTorch (libtorch-dev on Debian) and build again with ./run.sh build.</source>
        <translation>无法从 %1 加载引擎：%2。请安装 LibTorch（Debian 上为 libtorch-dev），再用 ./run.sh build 重新构建。</translation>
    </message>
    <message>
        <source>LibTorch: %1</source>
        <translation>LibTorch：%1</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>%1: holds no drawing. Choose another file.</source>
        <translation>%1：没有手写图。请另选文件。</translation>
    </message>
    <message>
        <source>The run was kept nowhere, so there are no values to save. Save a picture instead.</source>
        <translation>该运行没有保存在任何地方，因此没有可保存的数值。请改为保存图片。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: the name ends in none of .safetensors, .pt, .onnx, .npz. Give it one of them.</source>
        <translation>%1：名称不以 .safetensors、.pt、.onnx 或 .npz 结尾。请加上其中一个。</translation>
    </message>
    <message>
        <source>The picture on the canvas cannot be made a PNG. Save the drawing in a file of its own.</source>
        <translation>画布上的图片无法转成 PNG。请把手写图单独存成文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of the picture is no number. The file is damaged.</source>
        <translation>图片的“%1”不是数字。文件已损坏。</translation>
    </message>
    <message>
        <source>the picture has no size. The file is damaged.</source>
        <translation>图片没有大小。文件已损坏。</translation>
    </message>
    <message>
        <source>the options of the picture are none that this version of the program writes. The file is damaged.</source>
        <translation>图片的选项不是本版本程序会写出的。文件已损坏。</translation>
    </message>
    <message>
        <source>stroke %1 is cut off or has no width. The file is damaged.</source>
        <translation>笔画 %1 被截断或没有宽度。文件已损坏。</translation>
    </message>
    <message>
        <source>a point of stroke %1 is no number. The file is damaged.</source>
        <translation>笔画 %1 有一个点不是数字。文件已损坏。</translation>
    </message>
    <message>
        <source>its strokes are no base64. The file is damaged.</source>
        <translation>其笔画不是 base64。文件已损坏。</translation>
    </message>
    <message>
        <source>holds %1 drawings where a canvas is one. The file is damaged.</source>
        <translation>含有 %1 幅手写图，而画布只能有一幅。文件已损坏。</translation>
    </message>
    <message>
        <source>is no canvas that this version of the program can read.</source>
        <translation>不是本版本程序能读取的画布。</translation>
    </message>
    <message>
        <source>%1: an older drawing cannot be removed: %2. Check that you may change the folder.</source>
        <translation>%1：无法删除较早的手写图：%2。请检查您是否有权更改该文件夹。</translation>
    </message>
    <message>
        <source>%1: the drawing would take more than the %2 MiB that are read again. Save it in a file of its own.</source>
        <translation>%1：手写图将超过可再读取的 %2 MiB。请把它单独存成文件。</translation>
    </message>
    <message>
        <source>%1: %2. Check that you may change the folder, and the space on it.</source>
        <translation>%1：%2。请检查您是否有权更改该文件夹及其剩余空间。</translation>
    </message>
    <message>
        <source>%1: %2 windows are open already. Close some of them.</source>
        <translation>%1：已打开 %2 个窗口。请关闭一些。</translation>
    </message>
    <message>
        <source>%1 It was set aside as %2.</source>
        <translation>%1已另存为 %2。</translation>
    </message>
    <message>
        <source>Glyphscope curves</source>
        <translation>Glyphscope 曲线</translation>
    </message>
    <message>
        <source>Glyphscope drawing</source>
        <translation>Glyphscope 手写图</translation>
    </message>
    <message>
        <source>no such file. Check the name and the folder.</source>
        <translation>没有这个文件。请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>not a file. Choose a file of ink or a picture.</source>
        <translation>不是文件。请选择笔迹文件或图片。</translation>
    </message>
    <message>
        <source>%1: cannot be opened (%2). Check that you may read it.</source>
        <translation>%1：无法打开（%2）。请检查您是否有读取权限。</translation>
    </message>
    <message>
        <source>packed (gzip), and not a data set in IDX. Unpack it, and open what is inside.</source>
        <translation>是 gzip 压缩文件，且不是 IDX 数据集。请解压后打开其中的文件。</translation>
    </message>
    <message>
        <source>weights of a network, and no drawing. Choose a file of ink or a picture.</source>
        <translation>是网络的权重，不是手写图。请选择笔迹文件或图片。</translation>
    </message>
    <message>
        <source>%1 bytes; a picture may have %2 MiB. Choose a smaller one.</source>
        <translation>有 %1 字节；图片最多 %2 MiB。请选择小一些的。</translation>
    </message>
    <message>
        <source>%1 bytes; a file of ink may have %2 MiB. Choose a smaller one.</source>
        <translation>有 %1 字节；笔迹文件最多 %2 MiB。请选择小一些的。</translation>
    </message>
    <message>
        <source>%1: cannot be read to its end (%2). Check the disk.</source>
        <translation>%1：无法读到末尾（%2）。请检查磁盘。</translation>
    </message>
    <message>
        <source>The picture could not be made: no memory, or Qt cannot write PNG. Save as SVG or InkML.</source>
        <translation>无法生成图片：内存不足，或 Qt 不能写 PNG。请存成 SVG 或 InkML。</translation>
    </message>
    <message>
        <source>there is no such folder. Choose another one, or make it.</source>
        <translation>没有这个文件夹。请另选一个，或先创建它。</translation>
    </message>
    <message>
        <source>empty. Choose a file of ink or a picture.</source>
        <translation>是空的。请选择笔迹文件或图片。</translation>
    </message>
    <message>
        <source>neither InkML nor UNIPEN nor a picture in PNG, JPEG, BMP or WebP, by its content. Choose another file, or convert it.</source>
        <translation>从内容看既不是 InkML、UNIPEN，也不是 PNG、JPEG、BMP 或 WebP 图片。请另选文件，或转换它。</translation>
    </message>
    <message>
        <source>the name ends in none of .inkml, .png, .svg. Give it one of them.</source>
        <translation>名称不以 .inkml、.png 或 .svg 结尾。请加上其中一个。</translation>
    </message>
    <message>
        <source>%1 has no label, and others have one. Label it, or take it out of the file.</source>
        <translation>%1没有标签，而其他的有。请加上标签，或从文件中去掉。</translation>
    </message>
    <message>
        <source>%1 is labelled &quot;%2&quot;; labels of IDX files are numbers from 0 to 254. Label it otherwise, or take it out.</source>
        <translation>%1的标签是“%2”；IDX 文件的标签是 0 到 254 的数。请改标签，或去掉它。</translation>
    </message>
    <message>
        <source>%1: labels of other images, which would be taken for those of the new ones. Move them away, or choose another name.</source>
        <translation>%1：是其他图像的标签，会被当作新图像的标签。请移走它们，或换一个名称。</translation>
    </message>
    <message>
        <source>%1 holds no ink. Take it out of the file.</source>
        <translation>%1没有笔迹。请从文件中去掉它。</translation>
    </message>
    <message>
        <source>%1: a data set of NumPy, of which single images are not read. Train or evaluate on it with --data.</source>
        <translation>%1：是 NumPy 数据集，不能读取其中的单幅图像。请用 --data 训练或评估。</translation>
    </message>
    <message>
        <source>%1 is labelled &quot;%2&quot;, which is none of the %3 classes. Take the drawing out or label it with its number.</source>
        <translation>%1的标签是“%2”，不属于这 %3 个类别。请去掉该手写图，或以其编号作标签。</translation>
    </message>
    <message>
        <source>%1 is labelled &quot;%2&quot;, which is none of the %3 classes. Take the drawing out or label it with its class&apos; name, such as &quot;%4&quot;.</source>
        <translation>%1的标签是“%2”，不属于这 %3 个类别。请去掉该手写图，或以其类别名称作标签，例如“%4”。</translation>
    </message>
    <message>
        <source>%1 has no label, and no other drawing has one. Label them, or choose another file.</source>
        <translation>%1没有标签，其他手写图也没有。请加上标签，或另选文件。</translation>
    </message>
    <message>
        <source>Drawings without a label are left out: %1 of %2.</source>
        <translation>略去了没有标签的手写图：%2 幅中的 %1 幅。</translation>
    </message>
    <message>
        <source>Labels that differ from a class in case only are taken for it, such as &quot;%1&quot; for &quot;%2&quot;: %3 of %4.</source>
        <translation>与某类别只差大小写的标签视为该类别，例如“%1”视为“%2”：%4 幅中的 %3 幅。</translation>
    </message>
    <message>
        <source>The label &quot;%1&quot; has %2 bytes, and the name of a class may have %3. Give these drawings a shorter one.</source>
        <translation>标签“%1”有 %2 字节，而类别名称最多 %3 字节。请给这些手写图短一些的标签。</translation>
    </message>
    <message>
        <source>%1: drawing %2</source>
        <translation>%1：手写图 %2</translation>
    </message>
    <message>
        <source>%1: drawing %2 (%3)</source>
        <translation>%1：手写图 %2（%3）</translation>
    </message>
    <message>
        <source>%1: no drawing has a label. Label them by &lt;annotation type=&quot;truth&quot;&gt; in InkML, by the last word of .SEGMENT in UNIPEN, or choose another file.</source>
        <translation>%1：手写图都没有标签。请在 InkML 中用 &lt;annotation type=&quot;truth&quot;&gt;、在 UNIPEN 中用 .SEGMENT 的最后一个词标注，或另选文件。</translation>
    </message>
    <message>
        <source>All labels of the ink are &quot;%1&quot;. A network learns at least two classes: choose ink with other labels as well.</source>
        <translation>笔迹的标签全是“%1”。网络至少要学两个类别：请再选择带有其他标签的笔迹。</translation>
    </message>
    <message>
        <source>The ink has %1 different labels, and a network learns at most %2 classes. Choose ink with fewer, or merge capitals and small letters by --fold-case.</source>
        <translation>笔迹有 %1 个不同的标签，而网络最多学 %2 个类别。请选择标签较少的笔迹，或用 --fold-case 合并大小写字母。</translation>
    </message>
    <message>
        <source>The ink has %1 different labels, and a network learns at most %2 classes. Choose ink with fewer.</source>
        <translation>笔迹有 %1 个不同的标签，而网络最多学 %2 个类别。请选择标签较少的笔迹。</translation>
    </message>
    <message>
        <source>No label occurs twice: there would be no drawing to judge by. Choose ink with more drawings of each label.</source>
        <translation>没有标签出现两次：就没有可供评判的手写图。请选择每个标签有更多手写图的笔迹。</translation>
    </message>
    <message>
        <source>The labels of the ink are not the digits of MNIST. The network learns %1, from the ink alone. Held out as the test set: %2 of the %3 drawings.</source>
        <translation>笔迹的标签不是 MNIST 的数字。网络仅从笔迹学习 %1。留作测试集：%3 幅手写图中的 %2 幅。</translation>
    </message>
    <message>
        <source>Classes of a single drawing are learnt, but never tested: %1.</source>
        <translation>只有一幅手写图的类别会学习，但不会测试：%1。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is referred to, and is not in this file</source>
        <translation>引用了“%1”，而它不在此文件中</translation>
    </message>
    <message>
        <source>more than %1 contexts</source>
        <translation>上下文超过 %1 个</translation>
    </message>
    <message>
        <source>a trace format without the channels X and Y. Export the ink with both.</source>
        <translation>轨迹格式没有通道 X 和 Y。请带上二者重新导出笔迹。</translation>
    </message>
    <message>
        <source>contexts that build on each other in a circle, or more than a thousand deep</source>
        <translation>上下文互相循环依赖，或深度超过一千</translation>
    </message>
    <message>
        <source>a canvasTransform by a mapping of the type &quot;%1&quot;, of which only identity and affine are read. Export the ink without it.</source>
        <translation>canvasTransform 使用了类型为“%1”的映射，而只支持 identity 和 affine。请不带它导出笔迹。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no range of a traceView. Write it like 2:5</source>
        <translation>“%1”不是 traceView 的范围。请写成 2:5 的样子</translation>
    </message>
    <message>
        <source>a traceView from %1 to %2 of %3, counted from 1</source>
        <translation>traceView 从 %1 到 %2，共 %3 个，从 1 起计</translation>
    </message>
    <message>
        <source>%1. Export the ink again.</source>
        <translation>%1。请重新导出笔迹。</translation>
    </message>
    <message>
        <source>a point beyond all numbers, once it is in its place</source>
        <translation>有一个点在放到其位置后超出一切数值</translation>
    </message>
    <message>
        <source>a traceView of &quot;%1&quot;, which is not in this file</source>
        <translation>traceView 指向“%1”，而它不在此文件中</translation>
    </message>
    <message>
        <source>a traceView of a part of another one&apos;s part</source>
        <translation>traceView 取的是另一个的一部分的一部分</translation>
    </message>
    <message>
        <source>more points than the 1,000,000 that a file may have</source>
        <translation>点数超过文件允许的 1,000,000 个</translation>
    </message>
    <message>
        <source>more than 100,000 traces, in views too</source>
        <translation>算上视图，轨迹超过 100,000 条</translation>
    </message>
    <message>
        <source>traceViews that show each other in a circle, or over and over</source>
        <translation>traceView 互相循环引用，或反复引用</translation>
    </message>
    <message>
        <source>%1:%2:%3: %4</source>
        <translation>%1:%2:%3：%4</translation>
    </message>
    <message>
        <source>a document type declaration, which may hide anything. Remove the &lt;!DOCTYPE ...&gt;.</source>
        <translation>有文档类型声明，其中可能隐藏任何东西。请去掉 &lt;!DOCTYPE ...&gt;。</translation>
    </message>
    <message>
        <source>not well-formed XML: %1. Save or fetch the file again.</source>
        <translation>XML 格式不正确：%1。请重新保存或下载文件。</translation>
    </message>
    <message>
        <source>elements are nested deeper than %1. Not ink that this program reads.</source>
        <translation>元素嵌套深度超过 %1。不是本程序能读取的笔迹。</translation>
    </message>
    <message>
        <source>the root element is &lt;%1&gt;, not &lt;ink&gt;. Not an InkML file; choose another.</source>
        <translation>根元素是 &lt;%1&gt;，不是 &lt;ink&gt;。不是 InkML 文件；请另选一个。</translation>
    </message>
    <message>
        <source>a traceGroup inside another element. Put it under &lt;ink&gt; or a traceGroup.</source>
        <translation>traceGroup 位于别的元素之内。请放在 &lt;ink&gt; 或 traceGroup 之下。</translation>
    </message>
    <message>
        <source>a traceView inside another element. Put it under &lt;ink&gt;, a traceGroup or a traceView.</source>
        <translation>traceView 位于别的元素之内。请放在 &lt;ink&gt;、traceGroup 或 traceView 之下。</translation>
    </message>
    <message>
        <source>an element or entity where only text may stand. Save the ink again.</source>
        <translation>只能有文本的地方出现了元素或实体。请重新保存笔迹。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no pen width. Write a number above 0.</source>
        <translation>“%1”不是笔宽。请写大于 0 的数。</translation>
    </message>
    <message>
        <source>more than 100,000 traces. Split the file.</source>
        <translation>轨迹超过 100,000 条。请拆分文件。</translation>
    </message>
    <message>
        <source>%1: %2 bytes; an InkML file may have 16 MiB. Split it.</source>
        <translation>%1：有 %2 字节；InkML 文件最多 16 MiB。请拆分。</translation>
    </message>
    <message>
        <source>%1: a tag of more than 2,048 characters. Not ink that this program reads.</source>
        <translation>%1：有超过 2,048 个字符的标签。不是本程序能读取的笔迹。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of an affine mapping</source>
        <translation>“%1”不是仿射映射的数值</translation>
    </message>
    <message>
        <source>an affine mapping that is not %1 rows of %2 numbers</source>
        <translation>仿射映射不是 %1 行 %2 个数</translation>
    </message>
    <message>
        <source>an affine mapping that makes X or Y of the channel %1</source>
        <translation>仿射映射从通道 %1 得出 X 或 Y</translation>
    </message>
    <message>
        <source>This ink has %1 strokes of %2 points, and an InkML file may have 100,000 and 1,000,000. Put fewer drawings into one, or save it as SVG.</source>
        <translation>此笔迹有 %1 个笔画、%2 个点，而 InkML 文件最多 100,000 个和 1,000,000 个。请在一个文件中少放一些手写图，或存成 SVG。</translation>
    </message>
    <message>
        <source>InkML holds strokes, and this drawing has a picture. Save it as PNG or SVG.</source>
        <translation>InkML 保存笔画，而此手写图含有图片。请存成 PNG 或 SVG。</translation>
    </message>
    <message>
        <source>This ink takes %1 bytes as InkML, and a file may have 16 MiB. Put fewer drawings into one, or save it as SVG.</source>
        <translation>此笔迹存成 InkML 需要 %1 字节，而文件最多 16 MiB。请在一个文件中少放一些手写图，或存成 SVG。</translation>
    </message>
    <message>
        <source>values from %1 to %2; blue below zero, grey at zero, red above</source>
        <translation>值从 %1 到 %2；负值蓝色，零灰色，正值红色</translation>
    </message>
    <message>
        <source>values from %1 to %2; viridis from zero</source>
        <translation>值从 %1 到 %2；viridis，从零开始</translation>
    </message>
    <message>
        <source>28x28 bytes: black 0 (paper), white 255 (ink)</source>
        <translation>28x28 字节：黑 0（纸），白 255（笔迹）</translation>
    </message>
    <message>
        <source>%1: is no file. Name a network&apos;s .json, weights, or a text.</source>
        <translation>%1：不是文件。请给出网络的 .json、权重或文本。</translation>
    </message>
    <message>
        <source>%1: cannot be opened: %2.</source>
        <translation>%1：无法打开：%2。</translation>
    </message>
    <message>
        <source>%1: there is no network and no file of this name. The networks are %2; a file is a network&apos;s .json, weights, or the text of an nn.Sequential.</source>
        <translation>%1：没有这个名称的网络或文件。可用的网络有 %2；文件可以是网络的 .json、权重，或 nn.Sequential 的文本。</translation>
    </message>
    <message>
        <source>The picture has no pixels. Choose or copy another one.</source>
        <translation>图片没有像素。请另选或另复制一幅。</translation>
    </message>
    <message>
        <source>The picture is too narrow to hold a figure. Choose or copy another one.</source>
        <translation>图片太窄，容不下一个字符。请另选或另复制一幅。</translation>
    </message>
    <message>
        <source>not a picture in PNG, JPEG, BMP or WebP by its content. Choose another file, or convert it.</source>
        <translation>从内容看不是 PNG、JPEG、BMP 或 WebP 图片。请另选文件，或转换它。</translation>
    </message>
    <message>
        <source>a picture in %1, which this installation of Qt cannot read. Convert it to PNG.</source>
        <translation>是 %1 图片，当前安装的 Qt 不能读取。请转换成 PNG。</translation>
    </message>
    <message>
        <source>a JPEG of more than %1 scans. Save it again.</source>
        <translation>是超过 %1 次扫描的 JPEG。请重新保存。</translation>
    </message>
    <message>
        <source>broken: its size cannot be read. Save or fetch it again.</source>
        <translation>已损坏：读不出大小。请重新保存或下载。</translation>
    </message>
    <message>
        <source>%1x%2 pixels; at most 8192x8192 are read. Make it smaller.</source>
        <translation>有 %1x%2 像素；最多读取 8192x8192。请缩小。</translation>
    </message>
    <message>
        <source>cannot be decoded (%1). Save or fetch it again.</source>
        <translation>无法解码（%1）。请重新保存或下载。</translation>
    </message>
    <message>
        <source>%1: cannot be replaced (%2). Check that you may change the folder.</source>
        <translation>%1：无法替换（%2）。请检查您是否有权更改该文件夹。</translation>
    </message>
    <message>
        <source>%1 What was there is %2 now.</source>
        <translation>%1原有的内容现在是 %2。</translation>
    </message>
    <message>
        <source>The sample&apos;s picture could not be made. Draw it again, or export it as a picture.</source>
        <translation>无法生成该样本的图片。请重新书写，或导出成图片。</translation>
    </message>
    <message>
        <source>The label &quot;%1&quot; names no class: it needs one line that is not empty and not long.</source>
        <translation>标签“%1”不能作为类别名称：应为非空且不长的一行。</translation>
    </message>
    <message>
        <source>The drawing holds no ink. Draw something first.</source>
        <translation>手写图没有笔迹。请先写点什么。</translation>
    </message>
    <message>
        <source>%1: its label cannot be read. Check that you may read it.</source>
        <translation>%1：无法读取其标签。请检查您是否有读取权限。</translation>
    </message>
    <message>
        <source>%1: holds %2 drawings where a sample is one.</source>
        <translation>%1：含有 %2 幅手写图，而一个样本只有一幅。</translation>
    </message>
    <message>
        <source>%1 It cannot be set aside either; check the folder.</source>
        <translation>%1也无法把它移到一边；请检查文件夹。</translation>
    </message>
    <message>
        <source>The samples are of %1 classes, more than IDX files can number. Export them as InkML.</source>
        <translation>样本有 %1 个类别，超过 IDX 文件能编号的数量。请导出成 InkML。</translation>
    </message>
    <message>
        <source>%1 It is left out for now.</source>
        <translation>%1暂时略去它。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no sample.</source>
        <translation>“%1”不是样本。</translation>
    </message>
    <message>
        <source>%1: is no sample any more. Look into the folder.</source>
        <translation>%1：不再是样本。请查看文件夹。</translation>
    </message>
    <message>
        <source>%1: cannot be moved to the trash. Check that you may change the folder.</source>
        <translation>%1：无法移到回收站。请检查您是否有权更改该文件夹。</translation>
    </message>
    <message>
        <source>%1: cannot be brought back from the trash. Check that it is there.</source>
        <translation>%1：无法从回收站恢复。请检查它是否在那里。</translation>
    </message>
    <message>
        <source>%1: drawing %2: %3 Nothing was imported.</source>
        <translation>%1：手写图 %2：%3没有导入任何内容。</translation>
    </message>
    <message>
        <source>There are too few samples for a test set: draw three or more of one class.</source>
        <translation>样本太少，组不成测试集：请给某个类别写三幅或更多。</translation>
    </message>
    <message>
        <source>the trace ends after a prefix</source>
        <translation>轨迹在前缀之后就结束了</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation>“%1”不是数字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number that can be held</source>
        <translation>“%1”不是能表示的数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no hexadecimal number</source>
        <translation>“%1”不是十六进制数</translation>
    </message>
    <message>
        <source>a difference where the first value must stand</source>
        <translation>应为第一个值的地方是差分</translation>
    </message>
    <message>
        <source>differences add up to no finite number</source>
        <translation>差分累加后不是有限数</translation>
    </message>
    <message>
        <source>more values than the %1 channels of the trace format</source>
        <translation>值多于轨迹格式的 %1 个通道</translation>
    </message>
    <message>
        <source>channel %1 has no number here</source>
        <translation>通道 %1 在此处没有数值</translation>
    </message>
    <message>
        <source>values for %1 of %2 channels of the trace format</source>
        <translation>轨迹格式有 %2 个通道，只给了 %1 个值</translation>
    </message>
    <message>
        <source>point %1 of the trace: %2</source>
        <translation>轨迹的第 %1 个点：%2</translation>
    </message>
    <message>
        <source>%1 numbered classes</source>
        <translation>%1 个按编号的类别</translation>
    </message>
    <message>
        <source>%1 classes from &quot;%2&quot; to &quot;%3&quot;</source>
        <translation>从“%2”到“%3”的 %1 个类别</translation>
    </message>
    <message>
        <source>%1 has %2, but %3 has %4. One network learns one kind of classes: choose one of the two.</source>
        <translation>%1 是%2，而 %3 是%4。一个网络只学一种类别：请二选一。</translation>
    </message>
    <message>
        <source>There is nothing to train on: 1 sample of yours is of other classes than these. Choose the data that they belong to as well.</source>
        <translation>没有可训练的数据：您的 1 个样本不属于这些类别。请同时选择它所属的数据。</translation>
    </message>
    <message>
        <source>There is nothing to train on: %1 samples of yours are of other classes than these. Choose the data that they belong to as well.</source>
        <translation>没有可训练的数据：您的 %1 个样本不属于这些类别。请同时选择它们所属的数据。</translation>
    </message>
    <message>
        <source>There is nothing to train on. Choose MNIST, a folder of IDX files, files of ink, or draw digits and say what they are.</source>
        <translation>没有可训练的数据。请选择 MNIST、IDX 文件夹、笔迹文件，或书写数字并标明是什么。</translation>
    </message>
    <message>
        <source>There is nothing to judge by: these drawings have no test set. Hold a part of them out for validation, or get MNIST. %1</source>
        <translation>没有可供评判的数据：这些手写图没有测试集。请留出一部分作验证，或获取 MNIST。%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%Ln sample(s) of other classes left out)</source>
        <translation>
            <numerusform>%1（略去 %Ln 个其他类别的样本）</numerusform>
        </translation>
    </message>
    <message>
        <source>The weights know %1, but %2 has %3. Choose the data that they were trained on, or name its classes in %4 beside its files.</source>
        <translation>权重认识%1，但 %2 有%3。请选择当初训练用的数据，或在其文件旁的 %4 中写出类别名称。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ink file(s)</source>
        <translation>
            <numerusform>%Ln 个笔迹文件</numerusform>
        </translation>
    </message>
    <message>
        <source>my handwriting</source>
        <translation>我的笔迹</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) of what is no digit</source>
        <translation>
            <numerusform>%Ln 个非数字文件</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads out of %2. Put the file itself there.</source>
        <translation>“%1”指向 %2 之外。请把文件本身放在那里。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a file below this one&apos;s folder, which is all that may be included.</source>
        <translation>“%1”不是该文件夹之下的文件名，而只能包含这样的文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is included, but there is no such file, neither beside this one nor in a folder &quot;include&quot; above it. Put it there.</source>
        <translation>要包含“%1”，但没有这个文件：此文件旁没有，上层的“include”文件夹中也没有。请把它放在那里。</translation>
    </message>
    <message>
        <source>.COORD names more than %1 coordinates</source>
        <translation>.COORD 的坐标超过 %1 个</translation>
    </message>
    <message>
        <source>.COORD without both X and Y</source>
        <translation>.COORD 没有同时给出 X 和 Y</translation>
    </message>
    <message>
        <source>a resolution that is not above 0</source>
        <translation>分辨率不大于 0</translation>
    </message>
    <message>
        <source>holds segments, but none at the level CHARACTER. Choose a file of characters.</source>
        <translation>有片段，但没有 CHARACTER 级别的。请选择字符文件。</translation>
    </message>
    <message>
        <source>%1:%2: %3</source>
        <translation>%1:%2：%3</translation>
    </message>
    <message>
        <source>%1. Mend the file, or export it again.</source>
        <translation>%1。请修正文件，或重新导出。</translation>
    </message>
    <message>
        <source>%1:%2: %3 It is documentation; the ink is read without it.</source>
        <translation>%1:%2：%3它只是说明文字；读取笔迹时不用它。</translation>
    </message>
    <message>
        <source>%1 includes itself, by way of this line</source>
        <translation>%1 经由此行包含了它自己</translation>
    </message>
    <message>
        <source>files include files more than %1 deep</source>
        <translation>文件相互包含的深度超过 %1</translation>
    </message>
    <message>
        <source>more than %1 files are included</source>
        <translation>包含的文件超过 %1 个</translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2). Check that you may read it.</source>
        <translation>%1 无法打开（%2）。请检查您是否有读取权限。</translation>
    </message>
    <message>
        <source>with %1 it is more than 16 MiB. Split it.</source>
        <translation>加上 %1 后超过 16 MiB。请拆分。</translation>
    </message>
    <message>
        <source>the resolutions of X and Y differ a hundredfold</source>
        <translation>X 和 Y 的分辨率相差百倍</translation>
    </message>
    <message>
        <source>points of other than two numbers, and no .COORD in front that names them</source>
        <translation>点不是两个数，且前面没有 .COORD 说明它们</translation>
    </message>
    <message>
        <source>%1 numbers, which do not make points of %2 each</source>
        <translation>有 %1 个数，不能组成每点 %2 个数的点</translation>
    </message>
    <message>
        <source>more than 1,000,000 points. Split the file.</source>
        <translation>点超过 1,000,000 个。请拆分文件。</translation>
    </message>
    <message>
        <source>more than 100,000 segments. Split the file.</source>
        <translation>片段超过 100,000 个。请拆分文件。</translation>
    </message>
    <message>
        <source>component %1 of %2, counted from 0. It is not in the file</source>
        <translation>第 %1 个分量（共 %2 个，从 0 起）不在文件中</translation>
    </message>
    <message>
        <source>point %1 of component %2, which has %3, counted from 0</source>
        <translation>分量 %2 的第 %1 个点（共 %3 个，从 0 起）</translation>
    </message>
    <message>
        <source>more than 1,000,000 points in all segments together. Split the file.</source>
        <translation>所有片段合计超过 1,000,000 个点。请拆分文件。</translation>
    </message>
    <message>
        <source>%1: %2 bytes; a UNIPEN file may have 16 MiB. Split it.</source>
        <translation>%1：有 %2 字节；UNIPEN 文件最多 16 MiB。请拆分。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no components. They are written like 4, 3-5,7 or 0:3-1:7</source>
        <translation>“%1”没有指明分量。应写成 4、3-5,7 或 0:3-1:7 的样子</translation>
    </message>
    <message>
        <source>&quot;%1&quot; ends before it begins</source>
        <translation>“%1”在开始之前就结束了</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands where a label in double quotes is expected</source>
        <translation>应为双引号中的标签之处是“%1”</translation>
    </message>
    <message>
        <source>the label is longer than %1 characters</source>
        <translation>标签超过 %1 个字符</translation>
    </message>
    <message>
        <source>the label has no double quote at its end</source>
        <translation>标签末尾没有双引号</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands behind the label</source>
        <translation>标签后面有“%1”</translation>
    </message>
    <message>
        <source>a line of %1 characters; it may have %2</source>
        <translation>有 %1 个字符的一行；最多 %2 个</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is beyond what any tablet measures</source>
        <translation>“%1”超出任何手写板的量程</translation>
    </message>
    <message>
        <source>the list of components is longer than %1 characters</source>
        <translation>分量列表超过 %1 个字符</translation>
    </message>
    <message>
        <source>.SEGMENT without a level and the components that it holds</source>
        <translation>.SEGMENT 没有级别和所含分量</translation>
    </message>
    <message>
        <source>%1: %2 Save it in UTF-8.</source>
        <translation>%1：%2请存成 UTF-8。</translation>
    </message>
    <message>
        <source>written in UTF-32, which this program does not read.</source>
        <translation>以 UTF-32 写成，本程序不读取。</translation>
    </message>
    <message>
        <source>written in &quot;%1&quot;, which is none of UTF-8, UTF-16, Latin-1 and ASCII.</source>
        <translation>以“%1”写成，不是 UTF-8、UTF-16、Latin-1 和 ASCII 之一。</translation>
    </message>
    <message>
        <source>says that it is written in UTF-16, and is not.</source>
        <translation>声称以 UTF-16 写成，实则不是。</translation>
    </message>
    <message>
        <source>holds bytes that are no characters in its encoding.</source>
        <translation>含有在其编码中不是字符的字节。</translation>
    </message>
    <message>
        <source>The weights know %1 classes, and sheets have rows for %2. Write on plain paper, row by row.</source>
        <translation>权重认识 %1 个类别，样本表只有 %2 行。请在白纸上逐行书写。</translation>
    </message>
</context>
<context>
    <name>Inspection</name>
    <message>
        <source>There are no images to run the network on, or a part of them is missing. Choose another folder.</source>
        <translation>没有图像可供网络运行，或缺少其中一部分。请另选文件夹。</translation>
    </message>
    <message>
        <source>An attribution takes 1 to %1 samples or steps.</source>
        <translation>归因需要 1 到 %1 个样本或步。</translation>
    </message>
    <message>
        <source>The noise of SmoothGrad must not be negative.</source>
        <translation>SmoothGrad 的噪声不能为负。</translation>
    </message>
    <message>
        <source>Occlusion needs a patch of an odd side from 1 to 27 pixels, not %1.</source>
        <translation>遮挡法的方块边长须为 1 到 27 像素的奇数，而不是 %1。</translation>
    </message>
    <message>
        <source>There is no such way to explain an answer.</source>
        <translation>没有这种解释答案的方法。</translation>
    </message>
    <message>
        <source>Grad-CAM looks at maps, and no module of this network has any. Choose another method.</source>
        <translation>Grad-CAM 要看特征图，而该网络没有任何模块有特征图。请选择别的方法。</translation>
    </message>
    <message>
        <source>Grad-CAM: there is no module &quot;%1&quot;. Choose one of %2.</source>
        <translation>Grad-CAM：没有模块“%1”。请从 %2 中选择。</translation>
    </message>
    <message>
        <source>Grad-CAM: %1 gives no maps, but %2 values. Choose one of %3.</source>
        <translation>Grad-CAM：%1 给出的不是特征图，而是 %2 个值。请从 %3 中选择。</translation>
    </message>
    <message>
        <source>There is no reading to explain &quot;%1&quot; of. Draw something first.</source>
        <translation>没有可用来解释“%1”的识别结果。请先写点什么。</translation>
    </message>
    <message>
        <source>There is no module &quot;%1&quot; to explain. Choose one of %2.</source>
        <translation>没有要解释的模块“%1”。请从 %2 中选择。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be explained: it is no module of its network.</source>
        <translation>无法解释“%1”：它不是其网络的模块。</translation>
    </message>
    <message>
        <source>%1: its values are not those of the weights&apos; network. The reading and the weights do not belong together; read the drawing again.</source>
        <translation>%1：其值不属于这些权重的网络。识别结果与权重不匹配；请重新识别手写图。</translation>
    </message>
    <message>
        <source>%1 has no value %2. Its values are numbered 0 to %3.</source>
        <translation>%1 没有值 %2。其值的编号是 0 到 %3。</translation>
    </message>
    <message>
        <source>There is no class %1: the network tells %2 classes apart, counted from 0.</source>
        <translation>没有类别 %1：该网络区分 %2 个类别，从 0 起计。</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>Kernels</name>
    <message>
        <source>This processor has no instructions for %1.</source>
        <translation>此处理器没有 %1 所需的指令。</translation>
    </message>
    <message>
        <source>This processor has no instructions &quot;%1&quot; for %2.</source>
        <translation>此处理器没有 %2 所需的“%1”指令。</translation>
    </message>
    <message>
        <source>Without LibTorch only networks built as the shipped one can be read with, and these weights are those of another.</source>
        <translation>没有 LibTorch 时只能用与自带网络结构相同的网络来识别，而这些权重属于另一种网络。</translation>
    </message>
    <message>
        <source>This processor has no instructions &quot;%1&quot;.</source>
        <translation>此处理器没有“%1”指令。</translation>
    </message>
</context>
<context>
    <name>LessonController</name>
    <message>
        <source>Before the lesson</source>
        <translation>课程之前</translation>
    </message>
    <message>
        <source>before the lesson</source>
        <translation>课程之前</translation>
    </message>
</context>
<context>
    <name>Lessons</name>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1：%2：%3</translation>
    </message>
    <message>
        <source>there is no key &quot;%1&quot; here. Known keys: %2.</source>
        <translation>这里没有键“%1”。可用的键：%2。</translation>
    </message>
    <message>
        <source>expected an object, {...}. Add it or correct it.</source>
        <translation>应为对象 {...}。请添加或更正。</translation>
    </message>
    <message>
        <source>expected a list, [...], of %1 to %2 entries.</source>
        <translation>应为列表 [...]，有 %1 到 %2 项。</translation>
    </message>
    <message>
        <source>expected a text in quotes that is not empty.</source>
        <translation>应为引号中的非空文本。</translation>
    </message>
    <message>
        <source>the text has %1 characters, at most %2 have room. Shorten it.</source>
        <translation>文本有 %1 个字符，最多容纳 %2 个。请缩短。</translation>
    </message>
    <message>
        <source>expected texts of 1 to %1 languages.</source>
        <translation>应为 1 到 %1 种语言的文本。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a language such as en or zh_CN.</source>
        <translation>“%1”不是 en、zh_CN 这样的语言名。</translation>
    </message>
    <message>
        <source>the window has no part &quot;%1&quot;. The README of the lessons says how to find the name of a part.</source>
        <translation>窗口中没有部件“%1”。课程的 README 说明了怎样查找部件的名称。</translation>
    </message>
    <message>
        <source>expected a whole number from %1 to %2.</source>
        <translation>应为 %1 到 %2 的整数。</translation>
    </message>
    <message>
        <source>expected a number from %1 to %2.</source>
        <translation>应为 %1 到 %2 的数。</translation>
    </message>
    <message>
        <source>the window has no panel &quot;%1&quot;. The README of the lessons lists the panels.</source>
        <translation>窗口中没有面板“%1”。课程的 README 列出了各面板。</translation>
    </message>
    <message>
        <source>expected true or false.</source>
        <translation>应为 true 或 false。</translation>
    </message>
    <message>
        <source>expected one of: %1.</source>
        <translation>应为以下之一：%1。</translation>
    </message>
    <message>
        <source>there is no condition &quot;%1&quot;. Conditions are: %2.</source>
        <translation>没有条件“%1”。条件有：%2。</translation>
    </message>
    <message>
        <source>there is no action &quot;%1&quot;. Actions are: %2.</source>
        <translation>没有操作“%1”。操作有：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing. Add it to &quot;%2&quot;.</source>
        <translation>缺少“%1”。请把它加到“%2”中。</translation>
    </message>
    <message>
        <source>expected &quot;%1&quot;. This is no lesson, or one for another version.</source>
        <translation>应为“%1”。这不是课程，或是其他版本的课程。</translation>
    </message>
    <message>
        <source>expected small letters, digits and hyphens only.</source>
        <translation>只能是小写字母、数字和连字符。</translation>
    </message>
    <message>
        <source>%1: is larger than a lesson may be, %2 bytes. Divide it into several.</source>
        <translation>%1：超过课程的最大大小 %2 字节。请分成几个。</translation>
    </message>
    <message>
        <source>%1: line %2: is no JSON: %3. Correct the line.</source>
        <translation>%1：第 %2 行：不是 JSON：%3。请更正这一行。</translation>
    </message>
    <message>
        <source>%1: is no lesson: it has to be one object, {...}.</source>
        <translation>%1：不是课程：它必须是一个对象 {...}。</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2. Choose another file.</source>
        <translation>%1：无法读取：%2。请选择另一个文件。</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>%1: cannot be built.</source>
        <translation>%1：无法构建。</translation>
    </message>
    <message>
        <source>--device %1: there is no CUDA here: this LibTorch was built without it, or no graphics card with a driver was found. Use cpu, or point CMAKE_PREFIX_PATH at a CUDA build of LibTorch.</source>
        <translation>--device %1：这里没有 CUDA：此 LibTorch 构建时没有它，或没有找到带驱动的显卡。请用 cpu，或让 CMAKE_PREFIX_PATH 指向 CUDA 版的 LibTorch。</translation>
    </message>
    <message>
        <source>--device %1: no such device. Choose cpu, cuda or cuda:N.</source>
        <translation>--device %1：没有这个设备。请选择 cpu、cuda 或 cuda:N。</translation>
    </message>
    <message>
        <source>the reference BLAS</source>
        <translation>参考 BLAS</translation>
    </message>
    <message>
        <source>an unknown BLAS</source>
        <translation>未知的 BLAS</translation>
    </message>
    <message>
        <source>The global hook replaces values of shape %2 by those of %3, whose shape is %4. Take them from the same module.</source>
        <translation>全局钩子用 %3 的值替换形状为 %2 的值，而其形状是 %4。请取自同一个模块。</translation>
    </message>
    <message>
        <source>The hook on %1 replaces values of shape %2 by those of %3, whose shape is %4. Take them from the same module.</source>
        <translation>%1 上的钩子用 %3 的值替换形状为 %2 的值，而其形状是 %4。请取自同一个模块。</translation>
    </message>
    <message>
        <source>The global hook was given %2 values for the shape %3. Take them from a reading.</source>
        <translation>给全局钩子的是 %2 个值，而形状为 %3。请取自一次识别。</translation>
    </message>
    <message>
        <source>The hook on %1 was given %2 values for the shape %3. Take them from a reading.</source>
        <translation>给 %1 上的钩子的是 %2 个值，而形状为 %3。请取自一次识别。</translation>
    </message>
    <message>
        <source>The hook on %1 is for channel %2, but there are %3, counted from 0.</source>
        <translation>%1 上的钩子针对通道 %2，但只有 %3 个，从 0 起计。</translation>
    </message>
    <message>
        <source>The network has no module &quot;%1&quot;. It has %2.</source>
        <translation>网络没有模块“%1”。它有 %2。</translation>
    </message>
    <message>
        <source>The global hook has no values to put in. Choose the drawing that they are from.</source>
        <translation>全局钩子没有可放入的值。请选择提供这些值的手写图。</translation>
    </message>
    <message>
        <source>The hook on %1 has no values to put in. Choose the drawing that they are from.</source>
        <translation>%1 上的钩子没有可放入的值。请选择提供这些值的手写图。</translation>
    </message>
</context>
<context>
    <name>Recognition</name>
    <message>
        <source>Hooks need LibTorch, which is not loaded.</source>
        <translation>钩子需要 LibTorch，而它尚未加载。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The program was built without its weights. Build it again with ./run.sh build.</source>
        <translation>程序构建时没有带上权重。请用 ./run.sh build 重新构建。</translation>
    </message>
    <message>
        <source>the shipped weights</source>
        <translation>自带权重</translation>
    </message>
    <message>
        <source>The settings in %1 are damaged or cannot be read. They were set aside as %2, and the program starts with its defaults.</source>
        <translation>%1 中的设置已损坏或无法读取。已另存为 %2，程序以默认设置启动。</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read, and the program starts with its defaults. Check that you may change the folder.</source>
        <translation>%1 中的设置无法读取，程序以默认设置启动。请检查您是否有权更改该文件夹。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly while it restored the window from %1. The settings were set aside as %2, and the program starts with its defaults.</source>
        <translation>程序在按 %1 恢复窗口时意外结束。该设置已另存为 %2，程序以默认设置启动。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly while it restored the window from %1, so it starts with its defaults. Check that you may change the folder.</source>
        <translation>程序在按 %1 恢复窗口时意外结束，因此以默认设置启动。请检查您是否有权更改该文件夹。</translation>
    </message>
    <message>
        <source>The list of earlier weights in %1 is damaged. It cannot be set aside either: %2. Check that you may change the folder.</source>
        <translation>%1 中的旧权重列表已损坏，也无法移到一边：%2。请检查您是否有权更改该文件夹。</translation>
    </message>
    <message>
        <source>The list of earlier weights in %1 is damaged. It was set aside as %2, and reading starts with the shipped weights.</source>
        <translation>%1 中的旧权重列表已损坏。已另存为 %2，并以自带权重开始识别。</translation>
    </message>
    <message>
        <source>There are no earlier weights to go back to.</source>
        <translation>没有可退回的旧权重。</translation>
    </message>
    <message>
        <source>There are no later weights to go forward to.</source>
        <translation>没有可重做的新权重。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>The sheet has its marks, but the squares between the upper two cannot be read. Photograph it again, in even light and with nothing upon it.</source>
        <translation>样本表的标记在，但上面两个标记之间的方块读不出来。请在均匀的光线下重新拍照，上面不要放任何东西。</translation>
    </message>
    <message>
        <source>Nothing is written in the boxes of the sheet. Fill it with a dark pen, then photograph it.</source>
        <translation>样本表的格子里没有写任何内容。请用深色笔填写，然后拍照。</translation>
    </message>
    <message>
        <source>No characters were found. Photograph the sheet from above, in even light and with all of it in the picture.</source>
        <translation>没有找到字符。请在均匀的光线下从上方拍照，让整张表都在图片中。</translation>
    </message>
    <message>
        <source>The sheet has rows for %1 classes, and these weights know %2. Choose the weights that it was printed with.</source>
        <translation>样本表有 %1 个类别的行，而这些权重认识 %2 个。请选择打印它时所用的权重。</translation>
    </message>
</context>
<context>
    <name>Spec</name>
    <message>
        <source>The text ends here, but &quot;%1&quot; is expected. Paste it whole.</source>
        <translation>文本到此结束，但应有“%1”。请粘贴完整。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is expected here, but there is &quot;%2&quot;.</source>
        <translation>此处应为“%1”，却是“%2”。</translation>
    </message>
    <message>
        <source>%1 is defined elsewhere. Paste an nn.Sequential(...), or what print(model) shows.</source>
        <translation>%1 定义在别处。请粘贴 nn.Sequential(...) 或 print(model) 的输出。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a module: take an identifier of up to 64 letters, digits and underscores, or a number.</source>
        <translation>“%1”不能作为模块名称：请用至多 64 个字母、数字和下划线组成的标识符，或一个数字。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here. Write out what it is.</source>
        <translation>这里不认识“%1”。请写出它是什么。</translation>
    </message>
    <message>
        <source>A module is expected here, such as nn.Linear(784, 10).</source>
        <translation>此处应为模块，例如 nn.Linear(784, 10)。</translation>
    </message>
    <message>
        <source>A network has at most %1 modules.</source>
        <translation>网络最多有 %1 个模块。</translation>
    </message>
    <message>
        <source>%1 is a class of its own: how it uses its modules is not in this text. Only Sequential and Residual can have modules inside.</source>
        <translation>%1 是自定义类：文本中没有说明它怎样使用其模块。只有 Sequential 和 Residual 可以内含模块。</translation>
    </message>
    <message>
        <source>There is no kind &quot;%1&quot;. Choose one of %2.</source>
        <translation>没有种类“%1”。请从 %2 中选择。</translation>
    </message>
    <message>
        <source>Sequential takes no arguments with names. Write nn.Sequential(OrderedDict(%1=...)).</source>
        <translation>Sequential 不接受带名称的参数。请写 nn.Sequential(OrderedDict(%1=...))。</translation>
    </message>
    <message>
        <source>Sequential takes modules, no list of them. Put a * in front of it.</source>
        <translation>Sequential 接受模块，而不是模块的列表。请在它前面加 *。</translation>
    </message>
    <message>
        <source>Only a list can stand behind a *: write *[...] out.</source>
        <translation>* 后面只能是列表：请写成 *[...]。</translation>
    </message>
    <message>
        <source>Write OrderedDict([(&quot;name&quot;, module), ...]).</source>
        <translation>请写 OrderedDict([(&quot;name&quot;, module), ...])。</translation>
    </message>
    <message>
        <source>A pair of a name and a module is expected here: (&quot;name&quot;, module).</source>
        <translation>此处应为名称和模块的对：(&quot;name&quot;, module)。</translation>
    </message>
    <message>
        <source>Residual takes a body and a shortcut, and nothing else.</source>
        <translation>Residual 只接受主体和捷径。</translation>
    </message>
    <message>
        <source>The body of a Residual is a Sequential.</source>
        <translation>Residual 的主体是一个 Sequential。</translation>
    </message>
    <message>
        <source>The shortcut of a Residual is nn.Identity() or a convolution of kernel_size 1 without padding, groups and bias.</source>
        <translation>Residual 的捷径是 nn.Identity()，或 kernel_size 为 1 且没有填充、分组和偏置的卷积。</translation>
    </message>
    <message>
        <source>Only numbers can be computed with; write out what this is.</source>
        <translation>只能用数字计算；请写出它是什么。</translation>
    </message>
    <message>
        <source>Nothing can be divided by zero.</source>
        <translation>不能除以零。</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>这个数太大。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>Only classes are defined here, which are not run. Paste an nn.Sequential(...), or what print(model) shows.</source>
        <translation>这里只定义了类，而类不会被执行。请粘贴 nn.Sequential(...) 或 print(model) 的输出。</translation>
    </message>
    <message>
        <source>There is no network. Paste an nn.Sequential(...), or what print(model) shows.</source>
        <translation>没有网络。请粘贴 nn.Sequential(...) 或 print(model) 的输出。</translation>
    </message>
    <message>
        <source>The network ends before this. Paste it alone.</source>
        <translation>网络在此之前就结束了。请单独粘贴它。</translation>
    </message>
    <message>
        <source>This is no network. Paste an nn.Sequential(...), or what print(model) shows.</source>
        <translation>这不是网络。请粘贴 nn.Sequential(...) 或 print(model) 的输出。</translation>
    </message>
    <message>
        <source>There are more than %1 numbers with names.</source>
        <translation>带名称的数字超过 %1 个。</translation>
    </message>
    <message>
        <source>A new line is expected before &quot;%1&quot;.</source>
        <translation>“%1”之前应换行。</translation>
    </message>
    <message>
        <source>The text ends here, but a module or a number is expected. Paste it whole.</source>
        <translation>文本到此结束，但应有模块或数字。请粘贴完整。</translation>
    </message>
    <message>
        <source>A module or a number is expected here, but there is &quot;%1&quot;.</source>
        <translation>此处应为模块或数字，却是“%1”。</translation>
    </message>
    <message>
        <source>Texts with a letter in front of the quotes are not read. Write the text out.</source>
        <translation>不读取引号前带字母的文本。请直接写出文本。</translation>
    </message>
    <message>
        <source>Write *[... for _ in range(n)], with brackets.</source>
        <translation>请带方括号写成 *[... for _ in range(n)]。</translation>
    </message>
    <message>
        <source>Arguments after ** are not read. Write them out.</source>
        <translation>不读取 ** 之后的参数。请写出它们。</translation>
    </message>
    <message>
        <source>This is nested deeper than a network can be.</source>
        <translation>嵌套深度超过了网络允许的深度。</translation>
    </message>
    <message>
        <source>%1 must be a whole number, or two that are equal.</source>
        <translation>%1 必须是整数，或两个相等的整数。</translation>
    </message>
    <message>
        <source>%1 is not square: %2 by %3. This program knows square windows alone; give both sides one size.</source>
        <translation>%1 不是正方形：%2 乘 %3。本程序只支持正方形窗口；请让两边相等。</translation>
    </message>
    <message>
        <source>%1 must be a whole number above 0.</source>
        <translation>%1 必须是大于 0 的整数。</translation>
    </message>
    <message>
        <source>%1 takes no list behind a *. Write its arguments out.</source>
        <translation>%1 不接受 * 后的列表。请写出其参数。</translation>
    </message>
    <message>
        <source>%1 is given twice. Remove one of them.</source>
        <translation>%1 给了两次。请删去一个。</translation>
    </message>
    <message>
        <source>%1 has no argument &quot;%2&quot;. It takes %3.</source>
        <translation>%1 没有参数“%2”。它接受 %3。</translation>
    </message>
    <message>
        <source>%1 takes no arguments. Remove this one.</source>
        <translation>%1 不接受参数。请删去它。</translation>
    </message>
    <message>
        <source>There are too many arguments: %1 takes %2. Remove this one.</source>
        <translation>参数太多：%1 接受 %2。请删去它。</translation>
    </message>
    <message>
        <source>%1 of %2 can only be %3 in this program.</source>
        <translation>%2 的 %1 在本程序中只能是 %3。</translation>
    </message>
    <message>
        <source>%1 must be True or False.</source>
        <translation>%1 必须是 True 或 False。</translation>
    </message>
    <message>
        <source>%1 must be a number.</source>
        <translation>%1 必须是数字。</translation>
    </message>
    <message>
        <source>padding must be a whole number, &quot;same&quot; or &quot;valid&quot;.</source>
        <translation>padding 必须是整数、&quot;same&quot; 或 &quot;valid&quot;。</translation>
    </message>
    <message>
        <source>padding=&quot;same&quot; goes with a stride of 1 only.</source>
        <translation>padding=&quot;same&quot; 只能与步幅 1 同用。</translation>
    </message>
    <message>
        <source>padding=&quot;same&quot; of an even kernel_size is not the same on both sides, which this program cannot do. Take an odd one.</source>
        <translation>kernel_size 为偶数时 padding=&quot;same&quot; 两侧不等，本程序做不到。请用奇数。</translation>
    </message>
    <message>
        <source>The text in quotes that begins here does not end.</source>
        <translation>从此处开始的引号中的文本没有结束。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no meaning here. Remove it.</source>
        <translation>“%1”在此处没有意义。请删去它。</translation>
    </message>
    <message>
        <source>%1: line %2, column %3: %4</source>
        <translation>%1：第 %2 行第 %3 列：%4</translation>
    </message>
    <message>
        <source>The new weights lack the tensor %1.</source>
        <translation>新权重缺少张量 %1。</translation>
    </message>
    <message>
        <source>%1: %2 has no children.</source>
        <translation>%1：%2 没有子模块。</translation>
    </message>
    <message>
        <source>%1: a 1x1 convolution as its shortcut needs maps, but %2 values come in. Take the shortcut auto.</source>
        <translation>%1：用 1x1 卷积作捷径需要特征图，但输入是 %2 个值。请用 auto 捷径。</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 个值</translation>
    </message>
    <message>
        <source>maps, as channels x height x width</source>
        <translation>特征图，通道 x 高 x 宽</translation>
    </message>
    <message>
        <source>%1: its body gives %2, but %3 comes in, and the two cannot be added. Give the body the size of its input, or take another shortcut.</source>
        <translation>%1：其主体给出 %2，但输入是 %3，二者不能相加。请让主体的输出与输入同样大小，或换一种捷径。</translation>
    </message>
    <message>
        <source>%1: is one too many: a network has at most %2 modules.</source>
        <translation>%1：多了一个：网络最多有 %2 个模块。</translation>
    </message>
    <message>
        <source>at most %1 modules</source>
        <translation>至多 %1 个模块</translation>
    </message>
    <message>
        <source>an identifier or a number</source>
        <translation>标识符或数字</translation>
    </message>
    <message>
        <source>%1: a module of PyTorch cannot be called this: it is a word of Python or a member of nn.Module. Rename it.</source>
        <translation>%1：PyTorch 的模块不能叫这个：它是 Python 的关键字或 nn.Module 的成员。请改名。</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>另一个名称</translation>
    </message>
    <message>
        <source>%1: this program calls the picture &quot;input&quot; and the answer &quot;softmax&quot;. Rename the module.</source>
        <translation>%1：本程序把图片叫“input”，把答案叫“softmax”。请给模块改名。</translation>
    </message>
    <message>
        <source>%1: two modules have this name. Rename one of them.</source>
        <translation>%1：有两个模块叫这个名称。请给其中一个改名。</translation>
    </message>
    <message>
        <source>%1: there is no kind &quot;%2&quot;. Choose one of %3.</source>
        <translation>%1：没有种类“%2”。请从 %3 中选择。</translation>
    </message>
    <message>
        <source>%1: is nested deeper than %2.</source>
        <translation>%1：嵌套深度超过 %2。</translation>
    </message>
    <message>
        <source>%1: %2 has no option &quot;%3&quot;.</source>
        <translation>%1：%2 没有选项“%3”。</translation>
    </message>
    <message>
        <source>%1: the network has more than 50 million parameters, which is this program&apos;s limit.</source>
        <translation>%1：网络的参数超过 5000 万个，这是本程序的上限。</translation>
    </message>
    <message>
        <source>%1 parameters up to here</source>
        <translation>到此为止 %1 个参数</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>至多 %1</translation>
    </message>
    <message>
        <source>%1: an image takes more than 1 billion multiply-adds, which is this program&apos;s limit.</source>
        <translation>%1：一幅图像的乘加运算超过 10 亿次，这是本程序的上限。</translation>
    </message>
    <message>
        <source>%1 multiply-adds up to here</source>
        <translation>到此为止 %1 次乘加</translation>
    </message>
    <message>
        <source>%1: the modules give more than 16 million values for an image, which is this program&apos;s limit.</source>
        <translation>%1：各模块对一幅图像给出超过 1600 万个值，这是本程序的上限。</translation>
    </message>
    <message>
        <source>%1 values up to here</source>
        <translation>到此为止 %1 个值</translation>
    </message>
    <message>
        <source>%1 values, one a class</source>
        <translation>%1 个值，每类一个</translation>
    </message>
    <message>
        <source>The network: the output is %1, but there are %2 classes. The last layer gives one value a class.</source>
        <translation>网络：输出为 %1，但有 %2 个类别。最后一层应每类给出一个值。</translation>
    </message>
    <message>
        <source>%1: the output is %2, but there are %3 classes. The last layer gives one value a class.</source>
        <translation>%1：输出为 %2，但有 %3 个类别。最后一层应每类给出一个值。</translation>
    </message>
    <message>
        <source>%1: %2 must be a whole number from %3 to %4.</source>
        <translation>%1：%2 必须是 %3 到 %4 的整数。</translation>
    </message>
    <message>
        <source>%1: %2 must be a number from %3 to %4.</source>
        <translation>%1：%2 必须是 %3 到 %4 的数。</translation>
    </message>
    <message>
        <source>%1: %2 must be true or false.</source>
        <translation>%1：%2 必须是 true 或 false。</translation>
    </message>
    <message>
        <source>%1: %2 must be one of %3.</source>
        <translation>%1：%2 必须是 %3 之一。</translation>
    </message>
    <message>
        <source>%1: %2 needs the option &quot;%3&quot;.</source>
        <translation>%1：%2 需要选项“%3”。</translation>
    </message>
    <message>
        <source>%1: %2 expects maps, but %3 values come in. Put it before the Flatten.</source>
        <translation>%1：%2 需要特征图，但输入是 %3 个值。请把它放在 Flatten 之前。</translation>
    </message>
    <message>
        <source>at least %1 pixels a side, padding included</source>
        <translation>每边至少 %1 像素，含填充</translation>
    </message>
    <message>
        <source>%1 pixels a side, padding included</source>
        <translation>每边 %1 像素，含填充</translation>
    </message>
    <message>
        <source>%1: the kernel of %2 pixels is larger than the padded input of %3. Take a smaller one.</source>
        <translation>%1：%2 像素的卷积核大于填充后 %3 的输入。请用小一些的。</translation>
    </message>
    <message>
        <source>%1: nothing is left of the picture: the window of %2 pixels is larger than the padded input of %3. Take a smaller one.</source>
        <translation>%1：图片会一点不剩：%2 像素的窗口大于填充后 %3 的输入。请用小一些的。</translation>
    </message>
    <message>
        <source>%1: %2 is %3, which does not divide %4 channels. Take a divisor.</source>
        <translation>%1：%2 为 %3，不能整除 %4 个通道。请用约数。</translation>
    </message>
    <message>
        <source>%1 channels in %2 groups</source>
        <translation>%1 个通道分成 %2 组</translation>
    </message>
    <message>
        <source>a divisor of %1</source>
        <translation>%1 的约数</translation>
    </message>
    <message>
        <source>at most %1 multiply-adds an image</source>
        <translation>每幅图像至多 %1 次乘加</translation>
    </message>
    <message>
        <source>%1: the padding must be at most half the kernel_size.</source>
        <translation>%1：填充不能超过 kernel_size 的一半。</translation>
    </message>
    <message>
        <source>padding %1 of a kernel of %2</source>
        <translation>填充 %1，卷积核 %2</translation>
    </message>
    <message>
        <source>%1: Linear expects a flat input, but %2 comes in. Insert a Flatten before it.</source>
        <translation>%1：Linear 需要展平的输入，但输入是 %2。请在它之前插入 Flatten。</translation>
    </message>
    <message>
        <source>a flat input</source>
        <translation>展平的输入</translation>
    </message>
    <message>
        <source>%1: dim %2 is not a side of its input. Take 1, the channels or values.</source>
        <translation>%1：dim %2 不是其输入的维度。请用 1，即通道或值。</translation>
    </message>
    <message>
        <source>dim %1</source>
        <translation>dim %1</translation>
    </message>
    <message>
        <source>1 to %1, or -1 to %2</source>
        <translation>1 到 %1，或 -1 到 %2</translation>
    </message>
    <message>
        <source>%1 and %2 are two Linear layers without an activation between them: together they compute what one could.</source>
        <translation>%1 和 %2 是两个 Linear 层，中间没有激活函数：合起来只相当于一层。</translation>
    </message>
    <message>
        <source>%1 stands before %2: dropout changes the spread of the values between training and reading, and the norm then measures the wrong one. Put it behind the norm.</source>
        <translation>%1 在 %2 之前：dropout 使值的分布在训练和识别时不同，归一化就会测错。请放到归一化之后。</translation>
    </message>
    <message>
        <source>%1 has a bias, which %2 takes away again: it learns nothing.</source>
        <translation>%1 有偏置，而 %2 又把它去掉：它学不到东西。</translation>
    </message>
    <message>
        <source>%1: Dropout2d drops whole maps, but its input is flat. Use Dropout.</source>
        <translation>%1：Dropout2d 丢弃整幅特征图，但其输入是展平的。请用 Dropout。</translation>
    </message>
    <message>
        <source>There is no activation: without one the layers compute what a single Linear could, but for the pools.</source>
        <translation>没有激活函数：除池化外，各层合起来只相当于一个 Linear。</translation>
    </message>
    <message>
        <source>%1 stands at the end: the loss (cross entropy) has a softmax of its own, and through two it learns slowly.</source>
        <translation>%1 在末尾：损失（交叉熵）自带 softmax，经过两次会学得很慢。</translation>
    </message>
    <message>
        <source>The network has %1 parameters, more than pictures of 28x28 need; training and files take long. Most are in %2.</source>
        <translation>网络有 %1 个参数，超过 28x28 的图片所需；训练会久，文件会大。大部分在 %2 中。</translation>
    </message>
    <message>
        <source>No layer of this network has maps.</source>
        <translation>该网络没有任何层有特征图。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Set %1 of %2 to %3</source>
        <translation>把 %2 的 %1 设为 %3</translation>
    </message>
    <message>
        <source>Insert %1 before %2</source>
        <translation>在 %2 之前插入 %1</translation>
    </message>
    <message>
        <source>Remove the children of %1</source>
        <translation>删除 %1 的子模块</translation>
    </message>
    <message>
        <source>Move %1 behind the norm</source>
        <translation>把 %1 移到归一化之后</translation>
    </message>
    <message>
        <source>Make %1 a Dropout</source>
        <translation>把 %1 改成 Dropout</translation>
    </message>
    <message>
        <source>Move %1 before %2</source>
        <translation>把 %1 移到 %2 之前</translation>
    </message>
    <message>
        <source>Make %1 a LayerNorm</source>
        <translation>把 %1 改成 LayerNorm</translation>
    </message>
    <message>
        <source>Make %1 a Sequential</source>
        <translation>把 %1 改成 Sequential</translation>
    </message>
    <message>
        <source>Pad the body of %1 so that its size stays</source>
        <translation>填充 %1 的主体，使大小不变</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>把 %1 改名为 %2</translation>
    </message>
    <message>
        <source>Remove the option %1 of %2</source>
        <translation>删除 %2 的选项 %1</translation>
    </message>
    <message>
        <source>Add Flatten and a Linear with %1 outputs</source>
        <translation>加上 Flatten 和有 %1 个输出的 Linear</translation>
    </message>
    <message>
        <source>Add a Linear with %1 outputs</source>
        <translation>加上有 %1 个输出的 Linear</translation>
    </message>
    <message>
        <source>Insert a ReLU behind every layer with weights but the last</source>
        <translation>在除最后一层外每个带权重的层之后插入 ReLU</translation>
    </message>
    <message>
        <source>%1: %2 is %3, but it must be %4 for what comes in, %5. Correct it, or the layers before it.</source>
        <translation>%1：%2 为 %3，但对输入 %5 必须为 %4。请更正它，或之前的层。</translation>
    </message>
    <message>
        <source>%1: the text of a network takes at most 256 KiB.</source>
        <translation>%1：网络的文本最多 256 KiB。</translation>
    </message>
    <message>
        <source>%1: %2 is not &quot;%3&quot;.</source>
        <translation>%1：%2 不是“%3”。</translation>
    </message>
    <message>
        <source>%1: %2 is %3, and this program knows version %4.</source>
        <translation>%1：%2 为 %3，而本程序认识的是版本 %4。</translation>
    </message>
    <message>
        <source>%1: %2 is not an object.</source>
        <translation>%1：%2 不是对象。</translation>
    </message>
    <message>
        <source>%1: %2 has the unknown key &quot;%3&quot;.</source>
        <translation>%1：%2 有未知的键“%3”。</translation>
    </message>
    <message>
        <source>%1: %2 is missing.</source>
        <translation>%1：缺少 %2。</translation>
    </message>
    <message>
        <source>%1: %2 is not text.</source>
        <translation>%1：%2 不是文本。</translation>
    </message>
    <message>
        <source>%1: %2 is not a whole number.</source>
        <translation>%1：%2 不是整数。</translation>
    </message>
    <message>
        <source>%1: %2 is not a finite number.</source>
        <translation>%1：%2 不是有限数。</translation>
    </message>
    <message>
        <source>%1: %2 is not %3: pictures are 1x28x28.</source>
        <translation>%1：%2 不是 %3：图片是 1x28x28。</translation>
    </message>
    <message>
        <source>%1: %2 is not above 0.</source>
        <translation>%1：%2 不大于 0。</translation>
    </message>
    <message>
        <source>%1: %2 is not a list of 2 to 256 names.</source>
        <translation>%1：%2 不是 2 到 256 个名称的列表。</translation>
    </message>
    <message>
        <source>%1: %2 is longer than 64 bytes.</source>
        <translation>%1：%2 超过 64 字节。</translation>
    </message>
    <message>
        <source>%1: %2 is not a list.</source>
        <translation>%1：%2 不是列表。</translation>
    </message>
    <message>
        <source>%1: %2 is nested deeper than %3.</source>
        <translation>%1：%2 的嵌套深度超过 %3。</translation>
    </message>
    <message>
        <source>%1: %2 is one too many: a network has at most %3 modules.</source>
        <translation>%1：%2 多了一个：网络最多有 %3 个模块。</translation>
    </message>
    <message>
        <source>%1: %2 &quot;%3&quot; is that of a module before it.</source>
        <translation>%1：%2“%3”是前面某个模块的名称。</translation>
    </message>
    <message>
        <source>%1: %2 is not an identifier of up to 64 letters, digits and underscores, or an index.</source>
        <translation>%1：%2 不是至多 64 个字母、数字和下划线组成的标识符，也不是序号。</translation>
    </message>
    <message>
        <source>%1: %2 is &quot;%3&quot;, which this program does not know.</source>
        <translation>%1：%2 为“%3”，本程序不认识。</translation>
    </message>
    <message>
        <source>%1: %2 are not for a %3.</source>
        <translation>%1：%2 不适用于 %3。</translation>
    </message>
    <message>
        <source>%1: %2 is no option of %3.</source>
        <translation>%1：%2 不是 %3 的选项。</translation>
    </message>
    <message>
        <source>%1: %2 is no option.</source>
        <translation>%1：%2 不是选项。</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <translation>%1：%2：%3</translation>
    </message>
    <message>
        <source>%1: %2 is no number, no short text and neither true nor false.</source>
        <translation>%1：%2 不是数字、短文本，也不是 true 或 false。</translation>
    </message>
    <message>
        <source>%1: the description of a network takes at most 256 KiB.</source>
        <translation>%1：网络的描述最多 256 KiB。</translation>
    </message>
    <message>
        <source>%1: is nested too deeply for the description of a network.</source>
        <translation>%1：对网络的描述来说嵌套过深。</translation>
    </message>
    <message>
        <source>%1: is not JSON.</source>
        <translation>%1：不是 JSON。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>size mismatch for %1: %2 in the weights, %3 in the network</source>
        <translation>%1 的大小不符：权重中为 %2，网络中为 %3</translation>
    </message>
    <message>
        <source>unexpected: %1</source>
        <translation>多余：%1</translation>
    </message>
    <message>
        <source>The weights&apos; &quot;%1&quot;</source>
        <translation>权重的“%1”</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>These weights are not those of a %1 with %2 classes:</source>
        <translation>这些权重不属于有 %2 个类别的 %1：</translation>
    </message>
    <message>
        <source>%1
  %2</source>
        <translation>%1
  %2</translation>
    </message>
    <message>
        <source>What is on the clipboard</source>
        <translation>剪贴板上的内容</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>--size needs a width and a height from 1024x720 to 7680x4320, for example 1280x720.</source>
        <translation>--size 需要 1024x720 到 7680x4320 的宽和高，例如 1280x720。</translation>
    </message>
    <message>
        <source>tour needs one folder for its pictures. Try glyphscope tour --help.</source>
        <translation>tour 需要一个存放图片的文件夹。请看 glyphscope tour --help。</translation>
    </message>
    <message>
        <source>There is no tab &quot;%1&quot; in the window.</source>
        <translation>窗口中没有标签页“%1”。</translation>
    </message>
    <message>
        <source>There is no button for %1 in the window.</source>
        <translation>窗口中没有用于 %1 的按钮。</translation>
    </message>
    <message>
        <source>The program was built without the digits of its tour. Build it again with ./run.sh build.</source>
        <translation>程序构建时没有带上导览的数字。请用 ./run.sh build 重新构建。</translation>
    </message>
    <message>
        <source>waited two minutes for it</source>
        <translation>等了它两分钟</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 无法写入</translation>
    </message>
    <message>
        <source>%1: cannot be made. Choose a folder that you may write to.</source>
        <translation>%1：无法创建。请选择您有权写入的文件夹。</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>the images, as they were augmented, went first.</source>
        <translation>增强后的图像先出现异常。</translation>
    </message>
    <message>
        <source>the weights of %1 went first.</source>
        <translation>%1 的权重先出现异常。</translation>
    </message>
    <message>
        <source>the output of %1 went first.</source>
        <translation>%1 的输出先出现异常。</translation>
    </message>
    <message>
        <source>the gradients of %1 went first.</source>
        <translation>%1 的梯度先出现异常。</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s &quot;%1&quot; is missing or of another length, so its run cannot be resumed.</source>
        <translation>检查点的“%1”缺失或长度不同，因此无法继续该运行。</translation>
    </message>
    <message>
        <source>The checkpoint does not say its &quot;%1&quot;, so its run cannot be resumed.</source>
        <translation>检查点没有写明其“%1”，因此无法继续该运行。</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s &quot;%1&quot; is &quot;%2&quot;, which is no number.</source>
        <translation>检查点的“%1”是“%2”，不是数字。</translation>
    </message>
    <message>
        <source>%1 is empty or incomplete. Choose another folder.</source>
        <translation>%1为空或不完整。请另选文件夹。</translation>
    </message>
    <message>
        <source>%1 has a label %2, but the network has %3 classes. Choose weights or data that belong together.</source>
        <translation>%1有标签 %2，但网络只有 %3 个类别。请选择相配的权重和数据。</translation>
    </message>
    <message>
        <source>The test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Fine-tuning: the number of steps must be at least 1.</source>
        <translation>微调：步数至少为 1。</translation>
    </message>
    <message>
        <source>Fine-tuning: the batch size must be at least 2.</source>
        <translation>微调：批次大小至少为 2。</translation>
    </message>
    <message>
        <source>Fine-tuning: the samples&apos; share of a batch must be above 0 and at most 1.</source>
        <translation>微调：样本在批次中的比例必须大于 0 且不超过 1。</translation>
    </message>
    <message>
        <source>Fine-tuning: the learning rate must be above 0.</source>
        <translation>微调：学习率必须大于 0。</translation>
    </message>
    <message>
        <source>Fine-tuning: the share of the samples held out must be from 0 to 0.5.</source>
        <translation>微调：留出样本的比例必须在 0 到 0.5 之间。</translation>
    </message>
    <message>
        <source>There are no samples to learn from. Draw a digit and say what it was, or import some.</source>
        <translation>没有可学习的样本。请写一个数字并标明是什么，或导入一些。</translation>
    </message>
    <message>
        <source>The samples are incomplete: their images and labels do not belong together. Import them again.</source>
        <translation>样本不完整：图像与标签不匹配。请重新导入。</translation>
    </message>
    <message>
        <source>Sample %1 is labelled %2, but the network has the classes 0 to %3. Relabel or delete it, or take weights that know its class.</source>
        <translation>样本 %1 的标签是 %2，但网络的类别是 0 到 %3。请改标签或删除它，或换用认识其类别的权重。</translation>
    </message>
    <message>
        <source>The training set</source>
        <translation>训练集</translation>
    </message>
    <message>
        <source>The loss is not finite at step %1 of the fine-tune; the weights are as they were before it. Lower its learning rate, or go back to the shipped weights if these have been damaged.</source>
        <translation>微调到第 %1 步时损失不是有限数；权重保持之前的样子。请降低学习率，若权重已损坏则恢复自带权重。</translation>
    </message>
    <message>
        <source>There is no parameter &quot;%1&quot; that could be frozen.</source>
        <translation>没有可冻结的参数“%1”。</translation>
    </message>
    <message>
        <source>A network of %1 classes cannot be made: 2 to 256 can.</source>
        <translation>不能构造 %1 个类别的网络：可以是 2 到 256 个。</translation>
    </message>
    <message>
        <source>The checkpoint does not say its option &quot;%1&quot;, so its run cannot be resumed; it can still be used as weights.</source>
        <translation>检查点没有写明其选项“%1”，因此无法继续该运行；但仍可用作权重。</translation>
    </message>
    <message>
        <source>The checkpoint&apos;s option &quot;%1&quot; is &quot;%2&quot;, which is no number.</source>
        <translation>检查点的选项“%1”是“%2”，不是数字。</translation>
    </message>
    <message>
        <source>The teachers&apos; temperature must be from 1 to %1, not %2.</source>
        <translation>教师的温度必须在 1 到 %1 之间，而不是 %2。</translation>
    </message>
    <message>
        <source>The teachers&apos; share must be from 0 to 1, not %1.</source>
        <translation>教师的比例必须在 0 到 1 之间，而不是 %1。</translation>
    </message>
    <message>
        <source>There is no recipe &quot;%1&quot;. Choose one of: %2.</source>
        <translation>没有方案“%1”。请从中选择：%2。</translation>
    </message>
    <message>
        <source>These training options make no sense: %1 must be from %2 to %3, not %4.</source>
        <translation>这些训练选项不合理：%1必须在 %2 到 %3 之间，而不是 %4。</translation>
    </message>
    <message>
        <source>The teacher %1 tells %2 classes apart, but the training data has %3. Choose weights that were trained on such data.</source>
        <translation>教师 %1 区分 %2 个类别，但训练数据有 %3 个。请选择用这类数据训练的权重。</translation>
    </message>
    <message>
        <source>Class %1 of the teacher %2 is &quot;%3&quot;, but &quot;%4&quot; in the training data. Choose weights that were trained on such data.</source>
        <translation>教师 %2 的类别 %1 是“%3”，但训练数据中是“%4”。请选择用这类数据训练的权重。</translation>
    </message>
    <message>
        <source>The training set has %1 images, fewer than one batch of %2. Take more images or smaller batches.</source>
        <translation>训练集有 %1 幅图像，不足一个 %2 的批次。请用更多图像或更小的批次。</translation>
    </message>
    <message>
        <source>The hooks were taken out of the training. %1</source>
        <translation>已从训练中移除钩子。%1</translation>
    </message>
    <message>
        <source>The validation set</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>LibTorch: %1</source>
        <translation>LibTorch：%1</translation>
    </message>
    <message>
        <source>The test loss is not finite after step %1</source>
        <translation>第 %1 步之后测试损失不是有限数</translation>
    </message>
    <message>
        <source>The checkpoint belongs to a run on other data. Name the same data, ink, variations of ink (0 before there were any), what is no digit, and validation share as that run had.</source>
        <translation>该检查点属于用其他数据的运行。请指明与该运行相同的数据、笔迹、笔迹变体（以前没有时为 0）、非数字和验证比例。</translation>
    </message>
    <message>
        <source>The checkpoint is at step %1 of a run of %2. It belongs to other data or options.</source>
        <translation>检查点位于共 %2 步的运行的第 %1 步。它属于其他数据或选项。</translation>
    </message>
    <message>
        <source>The gradients are not finite at step %1</source>
        <translation>第 %1 步的梯度不是有限数</translation>
    </message>
    <message>
        <source>The loss is not finite at step %1</source>
        <translation>第 %1 步的损失不是有限数</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the loss itself went first.</source>
        <translation>损失本身先出现异常。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A hook changes values in this training.</source>
        <translation>有钩子在此训练中改变数值。</translation>
    </message>
    <message>
        <source>The weights from before the first step are back.</source>
        <translation>已恢复第一步之前的权重。</translation>
    </message>
    <message>
        <source>The weights after step %1 are back.</source>
        <translation>已恢复第 %1 步之后的权重。</translation>
    </message>
    <message>
        <source>Lower the learning rate (%1 at its peak) and train again.</source>
        <translation>请降低学习率（峰值 %1）后重新训练。</translation>
    </message>
    <message>
        <source>The weights in use tell %1 classes from each other, and %2 has %3, from &quot;%4&quot; to &quot;%5&quot;. Switch &quot;Begin with the weights in use&quot; off, or give the last layer %3 outputs in Build and use that network.</source>
        <translation>使用中的权重区分 %1 个类别，而 %2 有 %3 个，从“%4”到“%5”。请关闭“从使用中的权重开始”，或在“搭建”中给最后一层 %3 个输出并使用那个网络。</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step goes; the highest point of the schedule</source>
        <translation>每一步走多远；即调度的最高点</translation>
    </message>
    <message>
        <source>Matrix rate</source>
        <translation>矩阵学习率</translation>
    </message>
    <message>
        <source>How far each step of the weight matrices goes; the highest point of the schedule</source>
        <translation>权重矩阵每一步走多远；即调度的最高点</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Share of the steps on which the learning rate still rises</source>
        <translation>学习率仍在上升的步数所占比例</translation>
    </message>
    <message>
        <source>Decay every</source>
        <translation>衰减间隔</translation>
    </message>
    <message>
        <source>Epochs after which the learning rate falls</source>
        <translation>隔多少轮学习率下降一次</translation>
    </message>
    <message>
        <source>Decay factor</source>
        <translation>衰减系数</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by each time</source>
        <translation>每次把学习率乘以多少</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>How much of the last step is kept in the next</source>
        <translation>上一步保留多少到下一步</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Decay of the average of the gradients</source>
        <translation>梯度平均值的衰减</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Decay of the average of the squared gradients</source>
        <translation>梯度平方平均值的衰减</translation>
    </message>
    <message>
        <source>Matrix momentum</source>
        <translation>矩阵动量</translation>
    </message>
    <message>
        <source>Momentum of the weight matrices, which Muon makes orthogonal</source>
        <translation>权重矩阵的动量，由 Muon 正交化</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls the weights towards zero; decoupled in AdamW and Muon, L2 elsewhere</source>
        <translation>把权重拉向零；AdamW 和 Muon 中为解耦式，其余为 L2</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Share of each label spread over all classes</source>
        <translation>每个标签分摊到所有类别的比例</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of the values that the last Linear reads, switched off at random in each step</source>
        <translation>最后一个 Linear 的输入中，每步随机关闭的比例</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>Decay of the moving average of the weights that is read with; 0: no average</source>
        <translation>用于识别的权重滑动平均的衰减；0：不平均</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Largest turn either way, in degrees</source>
        <translation>向任一方向的最大转角，单位为度</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Largest change of size along each axis, as a share</source>
        <translation>沿各轴大小的最大变化比例</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>错切</translation>
    </message>
    <message>
        <source>Largest slant: 1 is 45 degrees</source>
        <translation>最大倾斜：1 为 45 度</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Largest shift along each axis, in pixels</source>
        <translation>沿各轴的最大移动，单位为像素</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>弹性形变</translation>
    </message>
    <message>
        <source>Standard deviation of the elastic distortion, in pixels</source>
        <translation>弹性形变的标准差，单位为像素</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>平滑度</translation>
    </message>
    <message>
        <source>How far neighbouring pixels move together, in pixels</source>
        <translation>相邻像素一起移动的范围，单位为像素</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>Images in each step</source>
        <translation>每步的图像数</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Trains on so many images, chosen by two small networks before; 0: on all</source>
        <translation>只训练这么多图像，由两个小网络事先挑选；0：全部</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Hard share</source>
        <translation>难例比例</translation>
    </message>
    <message>
        <source>How many of them are those they find hardest; the others come by chance</source>
        <translation>其中多少是它们觉得最难的；其余随机挑选</translation>
    </message>
    <message>
        <source>%1 folders</source>
        <translation>%1 个文件夹</translation>
    </message>
    <message>
        <source>%1 ink files</source>
        <translation>%1 个笔迹文件</translation>
    </message>
</context>
<context>
    <name>Types</name>
    <message>
        <source>The weights&apos; metadata say %1 = &quot;%2&quot;, which is not a finite number. Take other weights.</source>
        <translation>权重的元数据写着 %1 = “%2”，不是有限数。请换用别的权重。</translation>
    </message>
    <message>
        <source>The weights&apos; metadata say %1 = &quot;%2&quot;, which is not a temperature from %3 to %4. Take other weights.</source>
        <translation>权重的元数据写着 %1 = “%2”，不是 %3 到 %4 的温度。请换用别的权重。</translation>
    </message>
    <message>
        <source>There is no optimizer &quot;%1&quot;. Choose one of: %2.</source>
        <translation>没有优化器“%1”。请从中选择：%2。</translation>
    </message>
    <message>
        <source>There is no schedule &quot;%1&quot;. Choose one of: %2.</source>
        <translation>没有调度“%1”。请从中选择：%2。</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>批次大小</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>matrix rate</source>
        <translation>矩阵学习率</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>epochs between decays</source>
        <translation>衰减间隔轮数</translation>
    </message>
    <message>
        <source>decay factor</source>
        <translation>衰减系数</translation>
    </message>
    <message>
        <source>beta 1</source>
        <translation>beta 1</translation>
    </message>
    <message>
        <source>beta 2</source>
        <translation>beta 2</translation>
    </message>
    <message>
        <source>matrix momentum</source>
        <translation>矩阵动量</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>dropout</translation>
    </message>
    <message>
        <source>averaging</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>shear</source>
        <translation>错切</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>elastic displacement</source>
        <translation>弹性位移</translation>
    </message>
    <message>
        <source>elastic smoothness</source>
        <translation>弹性平滑度</translation>
    </message>
    <message>
        <source>images to select</source>
        <translation>挑选的图像数</translation>
    </message>
    <message>
        <source>share of hard images</source>
        <translation>难例比例</translation>
    </message>
    <message>
        <source>accuracy to stop at</source>
        <translation>停止训练的准确率</translation>
    </message>
    <message>
        <source>steps between evaluations</source>
        <translation>评估间隔步数</translation>
    </message>
</context>
<context>
    <name>WeightsHistory</name>
    <message>
        <source>Shipped weights</source>
        <translation>自带权重</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Saliency</source>
        <translation>显著图</translation>
    </message>
    <message>
        <source>Input × gradient</source>
        <translation>输入 × 梯度</translation>
    </message>
    <message>
        <source>SmoothGrad</source>
        <translation>SmoothGrad</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡法</translation>
    </message>
    <message>
        <source>Sal.</source>
        <translation>显著</translation>
    </message>
    <message>
        <source>I×G</source>
        <translation>I×G</translation>
    </message>
    <message>
        <source>Smo.</source>
        <translation>Smo.</translation>
    </message>
    <message>
        <source>CAM</source>
        <translation>CAM</translation>
    </message>
    <message>
        <source>Int.</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Occ.</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>How much the score changes when a pixel changes a little, either way.</source>
        <translation>像素稍微变化时得分变化多少，不论方向。</translation>
    </message>
    <message>
        <source>A pixel&apos;s value times its gradient: its part of the score if the network were linear.</source>
        <translation>像素值乘以其梯度：若网络是线性的，即它对得分的贡献。</translation>
    </message>
    <message>
        <source>The gradient averaged over noisy copies of the drawing, which calms its speckles; its size is shown.</source>
        <translation>在加噪的多份手写图上取梯度平均，以减少斑点；显示其大小。</translation>
    </message>
    <message>
        <source>Where the maps that speak for the class are active, the network&apos;s last or those of the chosen module; as coarse as they are.</source>
        <translation>支持该类别的特征图在哪里激活，取网络最后的或所选模块的；精细程度与特征图相同。</translation>
    </message>
    <message>
        <source>Gradients added up on the way from blank paper to the drawing: together they make the whole rise of the score.</source>
        <translation>从白纸到手写图一路累加梯度：合起来就是得分的全部上升量。</translation>
    </message>
    <message>
        <source>How far the score falls when a patch around the pixel is covered with paper.</source>
        <translation>用纸色盖住像素周围的方块时，得分下降多少。</translation>
    </message>
    <message>
        <source>Logit of %1: %2</source>
        <translation>%1的 logit：%2</translation>
    </message>
    <message>
        <source>Logit of %1 less that of %2: %3</source>
        <translation>%1的 logit 减去 %2的：%3</translation>
    </message>
    <message>
        <source>the score falls by %1</source>
        <translation>得分下降 %1</translation>
    </message>
    <message>
        <source>the score rises by %1</source>
        <translation>得分上升 %1</translation>
    </message>
    <message>
        <source>Adds up to %1; %2; gap %3</source>
        <translation>合计 %1；%2；差额 %3</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <comment>a statement and a share</comment>
        <translation>%1（%2）。</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a statement</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>Two maps or more are needed to compare them.</source>
        <translation>要比较至少需要两幅图。</translation>
    </message>
    <message>
        <source>The methods agree: %1 on average.</source>
        <translation>各方法一致：平均 %1。</translation>
    </message>
    <message>
        <source>The methods agree in part: %1 on average.</source>
        <translation>各方法部分一致：平均 %1。</translation>
    </message>
    <message>
        <source>The methods disagree: %1 on average.</source>
        <translation>各方法不一致：平均 %1。</translation>
    </message>
    <message>
        <source>Least alike: %1 and %2, %3.</source>
        <translation>最不相似：%1和%2，%3。</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a picture or a file of ink as the drawing, weights to read with, or a network</source>
        <translation>打开图片或笔迹文件作为手写图、用于识别的权重，或网络</translation>
    </message>
    <message>
        <source>&amp;Save drawing…</source>
        <translation>保存手写图(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the drawing as InkML, PNG or SVG</source>
        <translation>把手写图存成 InkML、PNG 或 SVG</translation>
    </message>
    <message>
        <source>&amp;Copy drawing</source>
        <translation>复制手写图(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the drawing as a picture</source>
        <translation>把手写图复制成图片</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Use the picture or the files on the clipboard</source>
        <translation>使用剪贴板上的图片或文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Save what is being trained and quit</source>
        <translation>保存正在训练的内容并退出</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last stroke back</source>
        <translation>撤回最后一笔</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Bring back the stroke that Undo took away</source>
        <translation>恢复被撤销的笔画</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>清空(&amp;L)</translation>
    </message>
    <message>
        <source>Empty the canvas; Undo brings it back</source>
        <translation>清空画布；可用“撤销”恢复</translation>
    </message>
    <message>
        <source>&amp;Pen</source>
        <translation>笔(&amp;P)</translation>
    </message>
    <message>
        <source>Write with mouse, finger, pen or arrow keys and Space</source>
        <translation>用鼠标、手指、笔或方向键加空格书写</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮(&amp;E)</translation>
    </message>
    <message>
        <source>Rub out parts of strokes</source>
        <translation>擦去部分笔画</translation>
    </message>
    <message>
        <source>&amp;Thinner</source>
        <translation>更细(&amp;T)</translation>
    </message>
    <message>
        <source>Write with a thinner pen</source>
        <translation>用更细的笔书写</translation>
    </message>
    <message>
        <source>Th&amp;icker</source>
        <translation>更粗(&amp;I)</translation>
    </message>
    <message>
        <source>Write with a thicker pen</source>
        <translation>用更粗的笔书写</translation>
    </message>
    <message>
        <source>Pre&amp;vious character</source>
        <translation>上一个字符(&amp;V)</translation>
    </message>
    <message>
        <source>Let the panels show the character of the number before this one</source>
        <translation>让各面板显示数字串中前一个字符</translation>
    </message>
    <message>
        <source>Ne&amp;xt character</source>
        <translation>下一个字符(&amp;X)</translation>
    </message>
    <message>
        <source>Let the panels show the character of the number after this one</source>
        <translation>让各面板显示数字串中后一个字符</translation>
    </message>
    <message>
        <source>Re&amp;move character</source>
        <translation>删除字符(&amp;M)</translation>
    </message>
    <message>
        <source>Take the strokes of the character in focus out of the drawing</source>
        <translation>从手写图中去掉当前字符的笔画</translation>
    </message>
    <message>
        <source>&amp;One character only</source>
        <translation>只当作一个字符(&amp;O)</translation>
    </message>
    <message>
        <source>Read all strokes as one character, never as those of a number</source>
        <translation>把所有笔画读作一个字符，而不是数字串</translation>
    </message>
    <message>
        <source>Previous drawing</source>
        <translation>上一幅手写图</translation>
    </message>
    <message>
        <source>Show the drawing before this one in the opened file</source>
        <translation>显示所打开文件中的前一幅手写图</translation>
    </message>
    <message>
        <source>Next drawing</source>
        <translation>下一幅手写图</translation>
    </message>
    <message>
        <source>Show the drawing after this one in the opened file</source>
        <translation>显示所打开文件中的后一幅手写图</translation>
    </message>
    <message>
        <source>Open &amp;weights…</source>
        <translation>打开权重(&amp;W)…</translation>
    </message>
    <message>
        <source>Read with the weights of a file (safetensors or PyTorch&apos;s .pt)</source>
        <translation>用文件中的权重识别（safetensors 或 PyTorch 的 .pt）</translation>
    </message>
    <message>
        <source>S&amp;ave weights…</source>
        <translation>保存权重(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the weights in use as safetensors, PyTorch&apos;s .pt, ONNX or NumPy&apos;s .npz</source>
        <translation>把当前权重存成 safetensors、PyTorch 的 .pt、ONNX 或 NumPy 的 .npz</translation>
    </message>
    <message>
        <source>Back to the &amp;shipped weights</source>
        <translation>恢复自带权重(&amp;S)</translation>
    </message>
    <message>
        <source>Read with the weights that came with the program</source>
        <translation>用程序自带的权重识别</translation>
    </message>
    <message>
        <source>&amp;Undo weights</source>
        <translation>撤销权重(&amp;U)</translation>
    </message>
    <message>
        <source>Read with the weights that were in use before these</source>
        <translation>用这之前的权重识别</translation>
    </message>
    <message>
        <source>&amp;Redo weights</source>
        <translation>重做权重(&amp;R)</translation>
    </message>
    <message>
        <source>Read with the weights that Undo took away</source>
        <translation>用被撤销的权重识别</translation>
    </message>
    <message>
        <source>&amp;Draw</source>
        <translation>书写(&amp;D)</translation>
    </message>
    <message>
        <source>Large canvas, the answer and the network</source>
        <translation>大画布、答案和网络</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Options, curves and runs of the training</source>
        <translation>训练的选项、曲线和运行记录</translation>
    </message>
    <message>
        <source>&amp;Inspect</source>
        <translation>检查(&amp;I)</translation>
    </message>
    <message>
        <source>Modules, parameters, hooks and reasons</source>
        <translation>模块、参数、钩子和原因</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>搭建(&amp;B)</translation>
    </message>
    <message>
        <source>Compose a network of modules, and its source code</source>
        <translation>用模块搭建网络，并查看其源代码</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>Put the panels of this layout where they were at first</source>
        <translation>把此布局的面板放回最初的位置</translation>
    </message>
    <message>
        <source>Go to the &amp;next panel</source>
        <translation>转到下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>Give the keyboard to the next panel, or to the canvas again</source>
        <translation>把键盘焦点交给下一个面板，或回到画布</translation>
    </message>
    <message>
        <source>Go to the &amp;previous panel</source>
        <translation>转到上一个面板(&amp;P)</translation>
    </message>
    <message>
        <source>Give the keyboard to the panel before this one, or to the canvas</source>
        <translation>把键盘焦点交给上一个面板，或画布</translation>
    </message>
    <message>
        <source>Deta&amp;ch or attach panel</source>
        <translation>分离或停靠面板(&amp;C)</translation>
    </message>
    <message>
        <source>Make the panel that has the keyboard a window, or attach it again</source>
        <translation>让有键盘焦点的面板成为窗口，或重新停靠</translation>
    </message>
    <message>
        <source>&amp;Hide panel</source>
        <translation>隐藏面板(&amp;H)</translation>
    </message>
    <message>
        <source>Hide the panel that has the keyboard; this menu brings it back</source>
        <translation>隐藏有键盘焦点的面板；可从此菜单恢复</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>深色(&amp;K)</translation>
    </message>
    <message>
        <source>Switch between the light and the dark look</source>
        <translation>在浅色与深色外观之间切换</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>What the panels show, what words mean, every key</source>
        <translation>面板显示什么、术语的含义、所有按键</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show every key of the window and of its panels</source>
        <translation>显示窗口及其面板的所有按键</translation>
    </message>
    <message>
        <source>Show h&amp;ints again</source>
        <translation>重新显示提示(&amp;I)</translation>
    </message>
    <message>
        <source>Show what a newcomer can try, one hint at a time</source>
        <translation>逐条显示新手可以尝试的内容</translation>
    </message>
    <message>
        <source>&amp;About Glyphscope</source>
        <translation>关于 Glyphscope(&amp;A)</translation>
    </message>
    <message>
        <source>Show the version, the licence and where the weights come from</source>
        <translation>显示版本、许可证以及权重的来源</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>Learn step by step what a network is made of</source>
        <translation>一步一步学习网络由什么组成</translation>
    </message>
    <message>
        <source>&amp;Open lesson…</source>
        <translation>打开课程(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a lesson of your own, a file (.json)</source>
        <translation>打开自己的课程文件 (.json)</translation>
    </message>
</context>
<context>
    <name>glyphscope::ActivityCheck</name>
    <message>
        <source>That was with earlier weights.</source>
        <translation>那是用之前的权重得到的。</translation>
    </message>
</context>
<context>
    <name>glyphscope::AgreementMatrix</name>
    <message>
        <source>Agreement between the methods</source>
        <translation>各方法的一致性</translation>
    </message>
    <message>
        <source>%1 and %2: %3</source>
        <translation>%1与%2：%3</translation>
    </message>
    <message>
        <source>one of them is the same everywhere</source>
        <translation>其中之一处处相同</translation>
    </message>
    <message>
        <source>Spearman&apos;s rank correlation of the maps&apos; magnitudes: 1 the same order of pixels, 0 no relation</source>
        <translation>图的大小的 Spearman 等级相关：1 表示像素次序相同，0 表示无关</translation>
    </message>
</context>
<context>
    <name>glyphscope::AnswerPanel</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有答案</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>the verdict and its details</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Show where the percentage comes from</source>
        <translation>显示这个百分比从何而来</translation>
    </message>
</context>
<context>
    <name>glyphscope::AnswerText</name>
    <message>
        <source>Next: %1 (%2).</source>
        <translation>其次：%1 (%2)。</translation>
    </message>
    <message>
        <source>Not a digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>Nothing the network knows</source>
        <translation>网络不认识</translation>
    </message>
    <message>
        <source>Not sure: %1?</source>
        <translation>不确定：%1？</translation>
    </message>
    <message>
        <source>Not sure: %1 or %2?</source>
        <translation>不确定：%1 或 %2？</translation>
    </message>
    <message>
        <source>It is: %1</source>
        <translation>是：%1</translation>
    </message>
    <message>
        <source>It is an %1</source>
        <translation>是 %1</translation>
    </message>
    <message>
        <source>It is a %1</source>
        <translation>是 %1</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>还没有书写</translation>
    </message>
    <message>
        <source>This looks like several digits. One digit is read at a time.</source>
        <translation>这看起来像几个数字。一次只读一个数字。</translation>
    </message>
    <message>
        <source>The file of this picture is cut off: a part of it is missing.</source>
        <translation>此图片的文件被截断：缺少一部分。</translation>
    </message>
    <message>
        <source>Something lies along the digit or closes around it and cannot be told apart.</source>
        <translation>有东西贴着或围着数字，无法分开。</translation>
    </message>
    <message>
        <source>Nearest: %1 (%2). Too little of it looks like a digit.</source>
        <translation>最接近：%1 (%2)。太不像数字。</translation>
    </message>
    <message>
        <source>Nearest: %1 (%2). Too little of it looks like that.</source>
        <translation>最接近：%1 (%2)。太不像它。</translation>
    </message>
    <message>
        <source>%1 sure. %2</source>
        <translation>置信度 %1。%2</translation>
    </message>
    <message>
        <source>Write on the canvas; the answer follows your pen.</source>
        <translation>请在画布上书写；答案随笔更新。</translation>
    </message>
    <message>
        <source>Evidence %1; these weights have no threshold and answer everything.</source>
        <translation>证据 %1；这些权重没有阈值，什么都回答。</translation>
    </message>
    <message>
        <source>Evidence %1: the log-sum-exp of all logits. These weights answer from %2 on.</source>
        <translation>证据 %1：所有 logits 的 log-sum-exp。这些权重从 %2 起才回答。</translation>
    </message>
    <message>
        <source>It is %1</source>
        <translation>是 %1</translation>
    </message>
    <message>
        <source>In focus: %1. %2</source>
        <comment>a character of a number, and how sure its reading is</comment>
        <translation>当前：%1。%2</translation>
    </message>
    <message>
        <source>Line %1 of %2: %3</source>
        <translation>第 %1 行，共 %2 行：%3</translation>
    </message>
    <message>
        <source>Line %1 of %2, not sure: %3?</source>
        <translation>第 %1 行，共 %2 行，不确定：%3？</translation>
    </message>
</context>
<context>
    <name>glyphscope::ApplyCard</name>
    <message numerus="yes">
        <source>All %n tensor(s) are kept.</source>
        <translation>
            <numerusform>全部 %n 个张量都保留。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n tensor(s) are new: it must be trained.</source>
        <translation>
            <numerusform>全部 %n 个张量都是新的：必须训练。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s) kept, %1 new: %2</source>
        <translation>
            <numerusform>保留 %n 个张量，新增 %1 个：%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Use this network</source>
        <translation>使用此网络</translation>
    </message>
    <message>
        <source>New modules give what they get</source>
        <translation>新模块原样输出</translation>
    </message>
    <message>
        <source>New convolutions and linear layers whose output has the shape of their input begin as the identity, and a new Residual adds nothing at first. So a trained network that is grown answers as before.</source>
        <translation>输出形状与输入相同的新卷积层和线性层从恒等映射开始，新的 Residual 起初不增加任何东西。因此训练过的网络扩展后答案不变。</translation>
    </message>
    <message>
        <source>Where the random numbers of new tensors begin; the same seed gives the same</source>
        <translation>新张量的随机数从哪里开始；种子相同则结果相同</translation>
    </message>
    <message>
        <source>Seed of new tensors</source>
        <translation>新张量的种子</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>%1 does not fit yet.</source>
        <translation>%1尚不匹配。</translation>
    </message>
    <message>
        <source>%1: %2 parameters (%3), %4 MACs and %5 of outputs for one image.</source>
        <translation>%1：%2 个参数（%3），每幅图像 %4 次乘加，输出 %5。</translation>
    </message>
    <message>
        <source>This is the network in use. Change it, and use what comes of it.</source>
        <translation>这是正在使用的网络。可以更改它，再使用更改后的网络。</translation>
    </message>
    <message>
        <source>Read with this network: tensors of the same name and shape are kept, others are initialised from the seed. Undo in the Model menu takes it back.</source>
        <translation>用此网络识别：名称和形状相同的张量保留，其余由种子初始化。可用“模型”菜单中的“撤销”恢复。</translation>
    </message>
    <message>
        <source>The network is still being loaded.</source>
        <translation>网络仍在加载。</translation>
    </message>
    <message>
        <source>It does not fit yet; see what is said above.</source>
        <translation>尚不匹配；见上面的说明。</translation>
    </message>
    <message>
        <source>It is in use.</source>
        <translation>正在使用。</translation>
    </message>
</context>
<context>
    <name>glyphscope::AttributionPage</name>
    <message>
        <source>Grad-CAM looks at maps, and no module of this network has any.</source>
        <translation>Grad-CAM 要看特征图，而该网络没有模块有特征图。</translation>
    </message>
    <message>
        <source>%1 of every pixel</source>
        <translation>每个像素的%1</translation>
    </message>
    <message>
        <source>%1 · computed in %2 ms</source>
        <translation>%1 · 用时 %2 ms</translation>
    </message>
    <message>
        <source>Adds up to the rise of the score, but for a gap.</source>
        <translation>合计为得分的上升量，只有少许差额。</translation>
    </message>
    <message>
        <source>Opacity of the heat: %1 %</source>
        <translation>热图不透明度：%1 %</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Interpolate between the pixels; otherwise every value is one square</source>
        <translation>在像素之间插值；否则每个值是一个方块</translation>
    </message>
    <message>
        <source>Show on the &amp;canvas</source>
        <translation>显示在画布上(&amp;C)</translation>
    </message>
    <message>
        <source>Lay this map over the drawing where it is written</source>
        <translation>把此图叠在手写图上</translation>
    </message>
    <message>
        <source>&amp;Opacity</source>
        <translation>不透明度(&amp;O)</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
</context>
<context>
    <name>glyphscope::AugmentationPreview</name>
    <message>
        <source>Augmented digits</source>
        <translation>增强后的数字</translation>
    </message>
    <message>
        <source>What is trained on, and below each the same as training sees it: distorted anew every time, and ink varied with pens&apos; habits before that</source>
        <translation>训练所用的内容，下面是训练看到的样子：每次重新变形，笔迹在此之前还按书写习惯变化</translation>
    </message>
</context>
<context>
    <name>glyphscope::BlankSheet</name>
    <message>
        <source>Write one character in each box with a dark pen, then photograph all of the sheet with its four marks.</source>
        <translation>用深色笔在每个格子里写一个字符，然后把整张表连同四个标记一起拍照。</translation>
    </message>
    <message>
        <source>A sheet of samples</source>
        <translation>样本表</translation>
    </message>
</context>
<context>
    <name>glyphscope::BuildBar</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Begin with a network that comes with the program</source>
        <translation>从程序自带的网络开始</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Begin with an empty network; Undo brings this one back</source>
        <translation>从空网络开始；可用“撤销”恢复这一个</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a network from a file (.json)</source>
        <translation>从文件（.json）打开网络</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the edited network as a file (.json)</source>
        <translation>把编辑的网络存成文件（.json）</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste copied modules, nn.Sequential(...), or the text of print(model)</source>
        <translation>粘贴复制的模块、nn.Sequential(...) 或 print(model) 的文本</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>What can be done with the chosen modules</source>
        <translation>可以对所选模块做什么</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation>重命名	F2</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Wrap in %1</source>
        <translation>包进 %1</translation>
    </message>
    <message>
        <source>Unwrap</source>
        <translation>拆开</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>上移	Alt+Up</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>下移	Alt+Down</translation>
    </message>
    <message>
        <source>Move out of its block	Alt+Left</source>
        <translation>移出所在的块	Alt+Left</translation>
    </message>
    <message>
        <source>Move into the block beside it	Alt+Right</source>
        <translation>移入旁边的块	Alt+Right</translation>
    </message>
    <message>
        <source>Cut	Ctrl+X</source>
        <translation>剪切	Ctrl+X</translation>
    </message>
    <message>
        <source>Copy	Ctrl+C</source>
        <translation>复制	Ctrl+C</translation>
    </message>
    <message>
        <source>Paste	Ctrl+V</source>
        <translation>粘贴	Ctrl+V</translation>
    </message>
    <message>
        <source>Remove	Del</source>
        <translation>删除	Del</translation>
    </message>
</context>
<context>
    <name>glyphscope::BuildController</name>
    <message>
        <source>The network that was edited last cannot be brought back, and was set aside. %1</source>
        <translation>上次编辑的网络无法恢复，已移到一边。%1</translation>
    </message>
    <message>
        <source>The edited network is not kept from a crash for now. %1</source>
        <translation>编辑的网络暂时没有防崩溃保存。%1</translation>
    </message>
    <message>
        <source>Open a network</source>
        <translation>打开网络</translation>
    </message>
    <message>
        <source>Networks (*.json)</source>
        <translation>网络 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>保存网络</translation>
    </message>
    <message>
        <source>Network (*.json)</source>
        <translation>网络 (*.json)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
    <message>
        <source>Network: %1</source>
        <translation>网络：%1</translation>
    </message>
    <message>
        <source>The network cannot be used. %1</source>
        <translation>无法使用此网络。%1</translation>
    </message>
    <message>
        <source>Save the source code</source>
        <translation>保存源代码</translation>
    </message>
</context>
<context>
    <name>glyphscope::BuildPanel</name>
    <message>
        <source>Build</source>
        <translation>搭建</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>此网络</translation>
    </message>
    <message>
        <source>Take the network in use</source>
        <translation>取用正在使用的网络</translation>
    </message>
    <message>
        <source>Begin with %1</source>
        <translation>从 %1 开始</translation>
    </message>
    <message>
        <source>Begin an empty network</source>
        <translation>从空网络开始</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n module(s)</source>
        <translation>
            <numerusform>粘贴 %n 个模块</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste a network</source>
        <translation>粘贴网络</translation>
    </message>
    <message>
        <source>There is no network on the clipboard. Copy modules, nn.Sequential(...) or the text of print(model), and paste again.</source>
        <translation>剪贴板上没有网络。请复制模块、nn.Sequential(...) 或 print(model) 的文本，再粘贴。</translation>
    </message>
</context>
<context>
    <name>glyphscope::Canvas</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Write a digit here. Arrow keys move a crosshair, Shift moves it finely; it draws while Space is held, or between two presses of Return. Escape cancels a stroke.</source>
        <translation>请在此写数字。方向键移动十字线，按住 Shift 微移；按住空格，或在两次 Return 之间，即为书写。Escape 取消笔画。</translation>
    </message>
    <message>
        <source>Write a digit here</source>
        <translation>请在此写一个数字</translation>
    </message>
    <message>
        <source>or drop a picture or a file of ink</source>
        <translation>或拖入图片、笔迹文件</translation>
    </message>
    <message>
        <source>Drop a picture, ink, weights or data</source>
        <translation>拖入图片、笔迹、权重或数据</translation>
    </message>
</context>
<context>
    <name>glyphscope::CanvasAutosave</name>
    <message>
        <source>Another window of the program is open. They share runs, handwriting and weights.</source>
        <translation>程序的另一个窗口已打开。它们共用运行记录、笔迹和权重。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly. The drawing on its canvas was kept.</source>
        <translation>程序曾意外结束。画布上的手写图已保留。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly, more than once. %1 drawings were kept; Undo goes back from the newest.</source>
        <translation>程序曾多次意外结束。保留了 %1 幅手写图；可从最新的起逐步撤销。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复它</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>恢复它们</translation>
    </message>
    <message>
        <source>What is on the canvas is not kept from a crash for now. %1</source>
        <translation>画布上的内容暂时没有防崩溃保存。%1</translation>
    </message>
    <message>
        <source>Drawings kept from an earlier time could not be removed; the next start offers them again. %1</source>
        <translation>以前保留的手写图无法删除；下次启动会再次提供。%1</translation>
    </message>
</context>
<context>
    <name>glyphscope::CharacterRow</name>
    <message>
        <source>Characters of the number</source>
        <translation>数字串的字符</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>character and certainty</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, unsure, %2</source>
        <translation>%1，不确定，%2</translation>
    </message>
    <message>
        <source>Click: these two are one character</source>
        <translation>单击：这两个是一个字符</translation>
    </message>
    <message>
        <source>Join with the next</source>
        <translation>与下一个合并</translation>
    </message>
    <message>
        <source>Divide into two</source>
        <translation>分成两个</translation>
    </message>
    <message>
        <source>Why this division</source>
        <translation>为何这样切分</translation>
    </message>
    <message>
        <source>%1, which you said; read as %2</source>
        <translation>%1，这是您说的；识别为 %2</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>what was read wrongly</comment>
        <translation>不是 %1</translation>
    </message>
    <message>
        <source>Click: the panels show this character (Ctrl+Left, Ctrl+Right). Double-click: these are two characters. Type what it is to correct it. Ctrl+C copies all lines</source>
        <translation>单击：面板显示这个字符（Ctrl+Left、Ctrl+Right）。双击：这是两个字符。键入它是什么即可更正。Ctrl+C 复制所有行</translation>
    </message>
    <message>
        <source>Keep as samples</source>
        <translation>保存为样本</translation>
    </message>
</context>
<context>
    <name>glyphscope::CheckpointSlider</name>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
</context>
<context>
    <name>glyphscope::ClassBars</name>
    <message>
        <source>%1: %2, then %3</source>
        <translation>%1：%2，随后 %3</translation>
    </message>
</context>
<context>
    <name>glyphscope::ClassChips</name>
    <message>
        <source>%1 of the digit %2</source>
        <translation>数字 %2：%1 个</translation>
    </message>
    <message>
        <source>%1 of: %2</source>
        <translation>%2：%1 个</translation>
    </message>
    <message>
        <source>Five of each digit teach well: %1 to go.</source>
        <translation>每个数字五个就教得好：还差 %1 个。</translation>
    </message>
    <message>
        <source>Five of each class teach well: %1 to go.</source>
        <translation>每个类别五个就教得好：还差 %1 个。</translation>
    </message>
    <message>
        <source>Class to show</source>
        <translation>要显示的类别</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>glyphscope::ClassPage</name>
    <message>
        <source>Every class counts alike; one whose number is undefined is left out</source>
        <translation>各类别同等计入；数值无定义的略去</translation>
    </message>
    <message>
        <source>Numbers of every class</source>
        <translation>各类别的数值</translation>
    </message>
    <message>
        <source>Mean of the classes: precision %1, recall %2, F1 %3</source>
        <translation>类别平均：精确率 %1，召回率 %2，F1 %3</translation>
    </message>
</context>
<context>
    <name>glyphscope::ClassPicker</name>
    <message>
        <source>Class to explain</source>
        <translation>要解释的类别</translation>
    </message>
    <message>
        <source>Explain what the network answers (A)</source>
        <translation>解释网络的答案（A）</translation>
    </message>
    <message>
        <source>Explain %1 (%2)</source>
        <translation>解释 %1（%2）</translation>
    </message>
    <message>
        <source>Explain %1</source>
        <translation>解释 %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>答案：%1</translation>
    </message>
</context>
<context>
    <name>glyphscope::ClassTable</name>
    <message>
        <source>%1 of the %2 read as %3 are right</source>
        <translation>读作 %3 的 %2 幅中有 %1 幅正确</translation>
    </message>
    <message>
        <source>Nothing was read as %1, so its precision is undefined</source>
        <translation>没有读作 %1 的，因此其精确率无定义</translation>
    </message>
    <message>
        <source>%1 of the %2 of %3 are read right</source>
        <translation>%3 的 %2 幅中有 %1 幅读对</translation>
    </message>
    <message>
        <source>There is no image of %1, so its recall is undefined</source>
        <translation>没有 %1 的图像，因此其召回率无定义</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Sort as the classes are numbered</source>
        <translation>按类别编号排序</translation>
    </message>
    <message>
        <source>Of the images read as the class, the share that is of it</source>
        <translation>读作该类别的图像中，确属该类别的比例</translation>
    </message>
    <message>
        <source>Of the images of the class, the share read as it</source>
        <translation>该类别的图像中，读作该类别的比例</translation>
    </message>
    <message>
        <source>Images of the class, its support</source>
        <translation>该类别的图像数，即支持数</translation>
    </message>
</context>
<context>
    <name>glyphscope::CodePanel</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Source code of the network</source>
        <translation>网络的源代码</translation>
    </message>
    <message>
        <source>Language of the source code</source>
        <translation>源代码的语言</translation>
    </message>
    <message>
        <source>Which source code is shown</source>
        <translation>显示哪种源代码</translation>
    </message>
    <message>
        <source>PyTorch module</source>
        <translation>PyTorch 模块</translation>
    </message>
    <message>
        <source>nn.Sequential</source>
        <translation>nn.Sequential</translation>
    </message>
    <message>
        <source>LibTorch, C++</source>
        <translation>LibTorch，C++</translation>
    </message>
    <message>
        <source>print(model)</source>
        <translation>print(model)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the source code</source>
        <translation>复制源代码</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the source code as a file</source>
        <translation>把源代码存成文件</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Build the network of a pasted nn.Sequential(...) or of the text of print(model)</source>
        <translation>由粘贴的 nn.Sequential(...) 或 print(model) 的文本搭建网络</translation>
    </message>
    <message>
        <source>C++ (*.cpp)</source>
        <translation>C++ (*.cpp)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <source>There is no source code of a network that does not fit. %1</source>
        <translation>不匹配的网络没有源代码。%1</translation>
    </message>
</context>
<context>
    <name>glyphscope::ColourLegend</name>
    <message>
        <source>− most</source>
        <translation>− 最大</translation>
    </message>
    <message>
        <source>most</source>
        <translation>最大</translation>
    </message>
</context>
<context>
    <name>glyphscope::CommandText</name>
    <message>
        <source>%1: %2 %3</source>
        <comment>what was measured, a number and its unit</comment>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>strokes to 28x28, median</source>
        <translation>笔画到 28x28，中位数</translation>
    </message>
    <message>
        <source>us</source>
        <translation>us</translation>
    </message>
    <message>
        <source>one glyph read, median</source>
        <translation>识别一个字符，中位数</translation>
    </message>
    <message>
        <source>one glyph read, 99th percentile</source>
        <translation>识别一个字符，第 99 百分位</translation>
    </message>
    <message>
        <source>start of the command line, median</source>
        <translation>命令行启动，中位数</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>images/s</source>
        <translation>幅/秒</translation>
    </message>
    <message>
        <source>training from the data in memory</source>
        <translation>用内存中的数据训练</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>test accuracy then</source>
        <translation>此时的测试准确率</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Measures this machine: one drawing read, a start of the command line, and a training with the recipe sprint. Leave the machine alone meanwhile.</source>
        <translation>测量本机：识别一幅手写图、启动一次命令行，以及用 sprint 方案训练一次。期间请勿使用机器。</translation>
    </message>
    <message>
        <source>train and test on this folder of IDX files instead of MNIST</source>
        <translation>用此 IDX 文件夹代替 MNIST 训练和测试</translation>
    </message>
    <message>
        <source>LibTorch loaded</source>
        <translation>LibTorch 已加载</translation>
    </message>
    <message>
        <source>labelled InkML or UNIPEN files that the weights were not trained on</source>
        <translation>带标签的 InkML 或 UNIPEN 文件，且未用于训练这些权重</translation>
    </message>
    <message>
        <source>files of ink that should be refused</source>
        <translation>应当拒识的笔迹文件</translation>
    </message>
    <message>
        <source>refuse at most this share of the digits</source>
        <translation>至多拒识这个比例的数字</translation>
    </message>
    <message>
        <source>write the weights to FILE (.safetensors, .pt, .onnx, .npz)</source>
        <translation>把权重写到 FILE（.safetensors、.pt、.onnx、.npz）</translation>
    </message>
    <message>
        <source>The drawings ask for a temperature of %L1 or less: (nearly) all are read right. Give more of them, and harder ones.</source>
        <translation>这些手写图要求温度为 %L1 或更低：（几乎）全部读对。请提供更多、更难的。</translation>
    </message>
    <message>
        <source>The drawings ask for a temperature of %L1 or more: the weights know nothing of them.</source>
        <translation>这些手写图要求温度为 %L1 或更高：权重对它们一无所知。</translation>
    </message>
    <message numerus="yes">
        <source>Fitted on %Ln drawing(s).</source>
        <translation>
            <numerusform>用 %Ln 幅手写图拟合。</numerusform>
        </translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>negative log-likelihood</source>
        <translation>负对数似然</translation>
    </message>
    <message>
        <source>expected calibration error</source>
        <translation>期望校准误差</translation>
    </message>
    <message>
        <source>Fits the temperature that makes the probabilities as often right as they say, and with --not-digits the evidence below which a drawing is refused. Both are stored in the metadata of the weights; the weights themselves stay. The weights must not have been trained on these drawings.</source>
        <translation>拟合温度，使概率与实际正确率相符；加上 --not-digits 时还拟合拒识的证据阈值。二者都存入权重的元数据；权重本身不变。权重不能用这些手写图训练过。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止。没有写入任何内容。</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>权重：%1</translation>
    </message>
    <message>
        <source>use these weights instead of the shipped ones (.safetensors or .pt)</source>
        <translation>用这些权重代替自带的（.safetensors 或 .pt）</translation>
    </message>
    <message>
        <source>compute on this device: cpu or cuda</source>
        <translation>在此设备上计算：cpu 或 cuda</translation>
    </message>
    <message>
        <source>use at most N threads</source>
        <translation>至多使用 N 个线程</translation>
    </message>
    <message>
        <source>print one JSON object per line</source>
        <translation>每行打印一个 JSON 对象</translation>
    </message>
    <message>
        <source>print this help and exit</source>
        <translation>打印此帮助并退出</translation>
    </message>
    <message>
        <source>print the version and exit</source>
        <translation>打印版本并退出</translation>
    </message>
    <message>
        <source>Usage: glyphscope %1 %2</source>
        <translation>用法：glyphscope %1 %2</translation>
    </message>
    <message>
        <source>What was printed is lost: %1. Free some space, or send the output somewhere else, and try again.</source>
        <comment>the system&apos;s reason</comment>
        <translation>输出已丢失：%1。请腾出空间，或把输出送到别处，然后重试。</translation>
    </message>
    <message>
        <source>Usage:</source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>打开窗口</translation>
    </message>
    <message>
        <source>weights: %1; drawings: %2</source>
        <comment>names of formats</comment>
        <translation>权重：%1；手写图：%2</translation>
    </message>
    <message>
        <source>measure this machine</source>
        <translation>测量本机</translation>
    </message>
    <message>
        <source>drive the window and save a picture of each step</source>
        <translation>驱动窗口，为每一步保存图片</translation>
    </message>
    <message>
        <source>Common to all:</source>
        <translation>通用选项：</translation>
    </message>
    <message>
        <source>glyphscope COMMAND --help says more. Exit status: 0 done, 1 failed, 2 wrong usage,
130 interrupted (after saving).</source>
        <translation>详见 glyphscope COMMAND --help。退出状态：0 完成，1 失败，2 用法错误，
130 被中断（已保存）。</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s)</source>
        <translation>
            <numerusform>%n 个张量</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln 幅图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln drawing(s) left out, since no division fits the label.</source>
        <translation>
            <numerusform>%1：略去 %Ln 幅手写图，因为没有与标签相符的切分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln drawing(s)</source>
        <translation>
            <numerusform>%Ln 幅手写图</numerusform>
        </translation>
    </message>
    <message>
        <source>write this format, whatever the suffix of OUT says</source>
        <translation>写成此格式，不论 OUT 的后缀</translation>
    </message>
    <message>
        <source>convert only drawing or image K of IN, counted from 0</source>
        <translation>只转换 IN 的第 K 幅手写图或图像，从 0 起计</translation>
    </message>
    <message>
        <source>divide numbers of IN into the characters that their labels say, each a drawing of its own</source>
        <translation>把 IN 的数字串按标签切分成字符，每个字符单独成图</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a file, what it held, the files that were written</comment>
        <translation>%1，%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more note(s) of this kind.</source>
        <translation>
            <numerusform>还有 %Ln 条此类提示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Evaluates the weights on a labelled set: accuracy, accuracy of each class, confusion matrix (rows are the truth) and calibration.</source>
        <translation>在带标签的集合上评估权重：准确率、各类别准确率、混淆矩阵（行为真实类别）和校准。</translation>
    </message>
    <message>
        <source>evaluate on the test set of this folder of IDX files</source>
        <translation>在此 IDX 文件夹的测试集上评估</translation>
    </message>
    <message>
        <source>evaluate on labelled InkML or UNIPEN files</source>
        <translation>在带标签的 InkML 或 UNIPEN 文件上评估</translation>
    </message>
    <message>
        <source>evaluate on InkML or UNIPEN files of labelled numbers: how many are read right, by their lengths and contributors</source>
        <translation>在带标签数字串的 InkML 或 UNIPEN 文件上评估：按长度和书写者统计读对多少</translation>
    </message>
    <message>
        <source>train on labelled InkML or UNIPEN files</source>
        <translation>用带标签的 InkML 或 UNIPEN 文件训练</translation>
    </message>
    <message>
        <source>train on the samples kept under My handwriting</source>
        <translation>用“我的笔迹”中保存的样本训练</translation>
    </message>
    <message>
        <source>train on the first N of each class and evaluate on the others</source>
        <translation>用每个类别的前 N 个训练，用其余的评估</translation>
    </message>
    <message>
        <source>take N optimizer steps</source>
        <translation>执行 N 个优化步</translation>
    </message>
    <message>
        <source>highest learning rate of the schedule</source>
        <translation>学习率调度的最高值</translation>
    </message>
    <message>
        <source>fill this share of each batch with images of the training set</source>
        <translation>每个批次中来自训练集的图像比例</translation>
    </message>
    <message>
        <source>freeze this parameter instead of those of the convolutions; may be repeated</source>
        <translation>冻结此参数，代替冻结卷积层的参数；可重复</translation>
    </message>
    <message>
        <source>freeze nothing</source>
        <translation>不冻结任何参数</translation>
    </message>
    <message>
        <source>seed of selection and augmentation</source>
        <translation>挑选和数据增强的种子</translation>
    </message>
    <message>
        <source>replay and test on this folder of IDX files instead of MNIST</source>
        <translation>用此 IDX 文件夹代替 MNIST 回放和测试</translation>
    </message>
    <message>
        <source>replay and test on these files of labelled ink instead: what the weights were trained on</source>
        <translation>改用这些带标签的笔迹文件回放和测试：即训练这些权重所用的</translation>
    </message>
    <message>
        <source>Samples left out, since the weights do not know their classes: %L1.</source>
        <translation>略去样本，因为权重不认识其类别：%L1。</translation>
    </message>
    <message>
        <source>Without a training set of these classes nothing is replayed, and what is forgotten cannot be measured. Name one by --data or --replay-ink.</source>
        <translation>没有这些类别的训练集，就不回放，也无法测量遗忘了多少。请用 --data 或 --replay-ink 指明一个。</translation>
    </message>
    <message>
        <source>Without a training set nothing is replayed, and what is forgotten cannot be measured. %1</source>
        <comment>how to get one</comment>
        <translation>没有训练集，就不回放，也无法测量遗忘了多少。%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 -&gt; %2 (%L3 points, %Ln image(s))</source>
        <translation>
            <numerusform>%1 -&gt; %2（%L3 个百分点，%Ln 幅图像）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fine-tuned on %Ln sample(s) in %L1 s.</source>
        <translation>
            <numerusform>已用 %Ln 个样本微调，用时 %L1 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>The other drawings:</source>
        <translation>其余手写图：</translation>
    </message>
    <message>
        <source>Samples held out:</source>
        <translation>留出的样本：</translation>
    </message>
    <message>
        <source>Samples learnt:</source>
        <translation>学过的样本：</translation>
    </message>
    <message>
        <source>The test set:</source>
        <translation>测试集：</translation>
    </message>
    <message>
        <source>Fine-tunes trained weights on one hand while images of the training set are replayed.</source>
        <translation>用一个人的笔迹微调训练好的权重，同时回放训练集的图像。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written: the weights are as they were.</source>
        <translation>已停止。没有写入任何内容：权重保持原样。</translation>
    </message>
    <message>
        <source>train for N passes over the training set</source>
        <translation>训练 N 轮，每轮遍历训练集一次</translation>
    </message>
    <message>
        <source>use N images per step</source>
        <translation>每步使用 N 幅图像</translation>
    </message>
    <message>
        <source>highest learning rate of weight matrices, with --optimizer muon</source>
        <translation>权重矩阵的最高学习率，与 --optimizer muon 同用</translation>
    </message>
    <message>
        <source>share of the steps in which the rate rises, with --schedule one-cycle or linear</source>
        <translation>学习率上升的步数比例，与 --schedule one-cycle 或 linear 同用</translation>
    </message>
    <message>
        <source>decay the rate every N epochs, with --schedule step</source>
        <translation>每 N 轮衰减学习率，与 --schedule step 同用</translation>
    </message>
    <message>
        <source>multiply the rate by F at each decay, with --schedule step</source>
        <translation>每次衰减把学习率乘以 F，与 --schedule step 同用</translation>
    </message>
    <message>
        <source>momentum of sgd and nesterov, first beta of the other optimizers</source>
        <translation>sgd 和 nesterov 的动量，其他优化器的第一个 beta</translation>
    </message>
    <message>
        <source>momentum of weight matrices, with --optimizer muon</source>
        <translation>权重矩阵的动量，与 --optimizer muon 同用</translation>
    </message>
    <message>
        <source>weight decay: decoupled with adamw and muon, L2 with the others</source>
        <translation>权重衰减：adamw 和 muon 为解耦式，其余为 L2</translation>
    </message>
    <message>
        <source>spread this share of each label over all classes</source>
        <translation>把每个标签的这个比例分摊到所有类别</translation>
    </message>
    <message>
        <source>zero this share of the inputs of the last layer while training</source>
        <translation>训练时把最后一层输入的这个比例置零</translation>
    </message>
    <message>
        <source>decay per step of the moving average of the weights; 0: no averaging</source>
        <translation>权重滑动平均的每步衰减；0：不平均</translation>
    </message>
    <message>
        <source>rotate each image by up to this many degrees</source>
        <translation>每幅图像最多旋转这么多度</translation>
    </message>
    <message>
        <source>scale each image along each axis by up to this share</source>
        <translation>每幅图像沿各轴最多缩放这个比例</translation>
    </message>
    <message>
        <source>shear each image by up to this share</source>
        <translation>每幅图像最多错切这个比例</translation>
    </message>
    <message>
        <source>shift each image along each axis by up to this many pixels</source>
        <translation>每幅图像沿各轴最多平移这么多像素</translation>
    </message>
    <message>
        <source>standard deviation of an elastic displacement of each image</source>
        <translation>每幅图像弹性位移的标准差</translation>
    </message>
    <message>
        <source>smoothness of the elastic displacement</source>
        <translation>弹性位移的平滑度</translation>
    </message>
    <message>
        <source>train on N images of the set, chosen by two small networks; 0: on all of it</source>
        <translation>只训练集合中由两个小网络挑选的 N 幅图像；0：全部</translation>
    </message>
    <message>
        <source>with --select, take this share from the images those networks find hardest</source>
        <translation>与 --select 同用：其中这个比例取自那些网络觉得最难的图像</translation>
    </message>
    <message>
        <source>use this optimizer: adamw, adam, muon, sgd or nesterov</source>
        <translation>使用此优化器：adamw、adam、muon、sgd 或 nesterov</translation>
    </message>
    <message>
        <source>schedule of the learning rate: one-cycle, constant, cosine, step or linear</source>
        <translation>学习率调度：one-cycle、constant、cosine、step 或 linear</translation>
    </message>
    <message>
        <source>keep the values of this parameter, such as conv1.weight; may be repeated</source>
        <translation>保持此参数的值不变，例如 conv1.weight；可重复</translation>
    </message>
    <message>
        <source>Written to %1:</source>
        <translation>已写入 %1：</translation>
    </message>
    <message>
        <source>Writes the output of every module for one drawing: activations.npz for NumPy, by module name, and a picture of each module. With --class also the gradients of that class&apos;s logit and an attribution by integrated gradients. Files of an earlier call in DIR are replaced.</source>
        <translation>写出一幅手写图在每个模块的输出：供 NumPy 用、按模块名的 activations.npz，以及每个模块的图片。加上 --class 时还有该类别 logit 的梯度和积分梯度归因。DIR 中上次调用的文件会被替换。</translation>
    </message>
    <message>
        <source>inspect drawing K of a file of ink, counted from 0</source>
        <translation>检查笔迹文件的第 K 幅手写图，从 0 起计</translation>
    </message>
    <message>
        <source>write to this folder, which is created if needed</source>
        <translation>写到此文件夹，需要时自动创建</translation>
    </message>
    <message>
        <source>explain the logit of this class</source>
        <translation>解释此类别的 logit</translation>
    </message>
    <message>
        <source>explain by Grad-CAM on the maps of this module, in place of integrated gradients</source>
        <translation>在此模块的特征图上用 Grad-CAM 解释，代替积分梯度</translation>
    </message>
    <message>
        <source>%1  %L2 to %L3  %4</source>
        <comment>shape of an output, its lowest and highest value, kind of module</comment>
        <translation>%1  %L2 到 %L3  %4</translation>
    </message>
    <message>
        <source>Grad-CAM of class %1 on the maps of %2</source>
        <translation>类别 %1 在 %2 的特征图上的 Grad-CAM</translation>
    </message>
    <message>
        <source>integrated gradients of class %1</source>
        <translation>类别 %1 的积分梯度</translation>
    </message>
    <message>
        <source>integrated gradients of class %1, completeness gap %2</source>
        <translation>类别 %1 的积分梯度，完备性差额 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n array(s)</source>
        <translation>
            <numerusform>%n 个数组</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists the networks that come with the program, shows the modules of one, checks whether one fits, and writes one as source code. SPEC is the name of one of them, or a file: a network&apos;s .json, weights, or the text of an nn.Sequential or of Python&apos;s print(model).</source>
        <translation>列出程序自带的网络，显示某个网络的模块，检查是否匹配，并写出源代码。SPEC 是其中一个的名称，或文件：网络的 .json、权重，或 nn.Sequential 或 Python 的 print(model) 的文本。</translation>
    </message>
    <message>
        <source>for code: python (a class), sequential (the short form), cpp (LibTorch) or print (what Python&apos;s print shows)</source>
        <translation>用于 code：python（类）、sequential（简写）、cpp（LibTorch）或 print（Python 的 print 所示）</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>%1, %2 parameters, %3 multiply-adds and %4 an image</source>
        <comment>%n module(s), numbers, memory of what the modules give</comment>
        <translation>%1，%2 个参数，每幅图像 %3 次乘加和 %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln module(s)</source>
        <translation>
            <numerusform>%Ln 个模块</numerusform>
        </translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>multiply-adds</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>modules</source>
        <translation>模块数</translation>
    </message>
    <message>
        <source>module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>  repair: %1</source>
        <translation>  修正：%1</translation>
    </message>
    <message>
        <source>  PyTorch says: %1</source>
        <translation>  PyTorch 会说：%1</translation>
    </message>
    <message>
        <source>It fits: %1.</source>
        <translation>匹配：%1。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a digit of a number and a doubt about it</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2  %3</source>
        <comment>a file, a number and its digits</comment>
        <translation>%1：%2  %3</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>数字串</translation>
    </message>
    <message>
        <source>n</source>
        <comment>how many</comment>
        <translation>数量</translation>
    </message>
    <message>
        <source>right</source>
        <comment>share that was read right</comment>
        <translation>正确</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>all of them</source>
        <comment>numbers</comment>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>of %n digit(s)</source>
        <comment>numbers</comment>
        <translation>
            <numerusform>共 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>print the N most probable classes</source>
        <translation>打印概率最高的 N 个类别</translation>
    </message>
    <message>
        <source>what a picture&apos;s ink lies on: auto, sheet or transparent</source>
        <translation>图片的笔迹写在什么上：auto、sheet 或 transparent</translation>
    </message>
    <message>
        <source>grey levels that ink differs from its paper by, instead of the picture&apos;s own</source>
        <translation>笔迹与纸的灰度差，代替图片自身的</translation>
    </message>
    <message>
        <source>the part of a picture to read, in shares of it: left,top,width,height</source>
        <translation>要读取的图片部分，按比例：left,top,width,height</translation>
    </message>
    <message>
        <source>do not take ruled lines and boxes out</source>
        <translation>不去除格线和方框</translation>
    </message>
    <message>
        <source>do not even out shadows on the paper</source>
        <translation>不抹平纸上的阴影</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>剩余 %1:%2</translation>
    </message>
    <message>
        <source>%1 %  loss %L2  accuracy %3  %4 images/s  %5</source>
        <translation>%1 %  损失 %L2  准确率 %3  %4 幅/秒  %5</translation>
    </message>
    <message>
        <source>do not tell how many labels differ from a class of the weights in case only</source>
        <translation>不报告有多少标签与权重的类别只差大小写</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>not-a-digit</source>
        <translation>非数字</translation>
    </message>
    <message>
        <source>read as 0 1 2 ...</source>
        <translation>读作 0 1 2 ...</translation>
    </message>
    <message>
        <source>%1: empty</source>
        <translation>%1：空</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a file and its answers</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2  %3</source>
        <comment>a file, its answers and a doubt about them</comment>
        <translation>%1：%2  %3</translation>
    </message>
    <message>
        <source>%L1 of %L2 right: %3</source>
        <translation>%L2 中对 %L1：%3</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>epoch %1/%2  step %L3  train loss %L4  test loss %L5  test accuracy %6  validation accuracy %8  %L7 s</source>
        <translation>轮 %1/%2  步 %L3  训练损失 %L4  测试损失 %L5  测试准确率 %6  验证准确率 %8  %L7 秒</translation>
    </message>
    <message>
        <source>epoch %1/%2  step %L3  train loss %L4  test loss %L5  test accuracy %6  %L7 s</source>
        <translation>轮 %1/%2  步 %L3  训练损失 %L4  测试损失 %L5  测试准确率 %6  %L7 秒</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1/%L2</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>%1 at step %L2</source>
        <comment>an accuracy</comment>
        <translation>%1（第 %L2 步）</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>test</source>
        <comment>accuracy on the test set</comment>
        <translation>测试</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>No runs yet. glyphscope train makes one.</source>
        <translation>还没有运行记录。可用 glyphscope train 训练一个。</translation>
    </message>
    <message>
        <source>%1 is now called &quot;%2&quot;.</source>
        <translation>%1 现在叫“%2”。</translation>
    </message>
    <message>
        <source>%1 has its note.</source>
        <translation>%1 已有备注。</translation>
    </message>
    <message>
        <source>%1 is in the trash. glyphscope runs restore %1 brings it back.</source>
        <translation>%1 已移到回收站。glyphscope runs restore %1 可恢复它。</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 已恢复。</translation>
    </message>
    <message>
        <source>%1, %2 and %3 of %4: %5</source>
        <comment>counts of steps, evaluations and changes, a run, a file</comment>
        <translation>%4 的 %1、%2 和 %3：%5</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln evaluation(s)</source>
        <translation>
            <numerusform>%Ln 次评估</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 次改动</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists and manages the trainings that the window and glyphscope train kept. RUN is the folder of a run, or the beginning of its id if no other id begins the same.</source>
        <translation>列出并管理窗口和 glyphscope train 保存的训练。RUN 是运行的文件夹，或其编号的开头（没有其他编号同样开头时）。</translation>
    </message>
    <message>
        <source>for export: write the curves to FILE, as a table (.csv) or as TensorBoard events (.tfevents in the name)</source>
        <translation>用于 export：把曲线写到 FILE，作为表格（.csv）或 TensorBoard 事件（名称中含 .tfevents）</translation>
    </message>
    <message>
        <source>Drives the real window through its main jobs and saves a picture of each step in DIR.</source>
        <translation>驱动真实窗口走一遍主要功能，并把每一步的图片存到 DIR。</translation>
    </message>
    <message>
        <source>size of the window in pixels</source>
        <translation>窗口大小，以像素计</translation>
    </message>
    <message>
        <source>Stopped at step %1. Resume with: glyphscope train --resume %2 --out %3</source>
        <translation>在第 %1 步停止。继续：glyphscope train --resume %2 --out %3</translation>
    </message>
    <message>
        <source>Done in %L1 s, %L2 images/s: test accuracy %3.</source>
        <translation>完成，用时 %L1 秒，%L2 幅/秒：测试准确率 %3。</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>运行：%1</translation>
    </message>
    <message>
        <source>%1 They are in %2.</source>
        <comment>why a training failed, and where the last good weights are</comment>
        <translation>%1它们在 %2 中。</translation>
    </message>
    <message>
        <source>Stopped before the first step: there is nothing to save.</source>
        <translation>在第一步之前停止：没有可保存的内容。</translation>
    </message>
    <message>
        <source>resume an interrupted run: its folder, the beginning of its id, or a checkpoint file that --no-run left</source>
        <translation>继续被中断的运行：其文件夹、编号的开头，或 --no-run 留下的检查点文件</translation>
    </message>
    <message>
        <source>keep no run; when interrupted, write a checkpoint beside the weights</source>
        <translation>不保存运行；被中断时在权重旁写检查点</translation>
    </message>
    <message>
        <source>begin with these weights instead of those that the seed draws, and train their network</source>
        <translation>从这些权重开始，代替由种子抽取的，并训练其网络</translation>
    </message>
    <message>
        <source>LibTorch %1 on %2, %3, %4, %5</source>
        <translation>LibTorch %1，%2，%3，%4，%5</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>The reference BLAS is slow: training takes many times as long as with OpenBLAS. On Debian: apt install libopenblas0</source>
        <translation>参考 BLAS 很慢：训练耗时是 OpenBLAS 的许多倍。Debian 上：apt install libopenblas0</translation>
    </message>
    <message>
        <source>Trains a network and keeps the run, as the window does; glyphscope runs lists it. Ctrl+C saves. --resume continues a stopped or killed run, bit for bit.</source>
        <translation>训练网络并像窗口那样保存运行；glyphscope runs 会列出它。Ctrl+C 会保存。--resume 逐位一致地继续被停止或终止的运行。</translation>
    </message>
    <message>
        <source>Samples left out, since the data does not have their classes: %L1.</source>
        <translation>略去样本，因为数据没有其类别：%L1。</translation>
    </message>
    <message>
        <source>train and test on this folder of IDX files instead of MNIST; given again, the next folder is added to the training set of the first</source>
        <translation>用此 IDX 文件夹代替 MNIST 训练和测试；再次给出时，该文件夹并入第一个的训练集</translation>
    </message>
    <message>
        <source>also train on labelled InkML or UNIPEN files; without --data, labels that are no digits are the classes, learnt from these files alone</source>
        <translation>同时用带标签的 InkML 或 UNIPEN 文件训练；没有 --data 时，非数字的标签即为类别，仅从这些文件学习</translation>
    </message>
    <message>
        <source>take capitals and small letters of --ink for the same class</source>
        <translation>把 --ink 的大小写字母视为同一类别</translation>
    </message>
    <message>
        <source>also train on N variations of each drawing of --ink: slanted, stretched, bent, other pens</source>
        <translation>同时训练 --ink 每幅手写图的 N 个变体：倾斜、拉伸、弯曲、不同的笔</translation>
    </message>
    <message>
        <source>give variations these habits of pens: all, none, or some of %1</source>
        <translation>给变体加上这些用笔习惯：all、none 或 %1 中的几种</translation>
    </message>
    <message>
        <source>files of ink that the network learns to refuse, such as letters</source>
        <translation>让网络学会拒识的笔迹文件，例如字母</translation>
    </message>
    <message>
        <source>also train on the samples kept under My handwriting</source>
        <translation>同时用“我的笔迹”中保存的样本训练</translation>
    </message>
    <message>
        <source>hold out this share of the training set and choose the best epoch by it instead of by the test set</source>
        <translation>留出训练集的这个比例，并以它代替测试集来选出最佳的一轮</translation>
    </message>
    <message>
        <source>start from this recipe: sprint, standard or quality</source>
        <translation>从此方案开始：sprint、standard 或 quality</translation>
    </message>
    <message>
        <source>train this network: a preset of glyphscope network list, a .json file, or the network of these weights, with the classes of the data</source>
        <translation>训练此网络：glyphscope network list 中的预设、.json 文件，或这些权重的网络，类别取自数据</translation>
    </message>
    <message>
        <source>also learn the answers of these weights to every image of the training; given again, the mean of several</source>
        <translation>同时学习这些权重对每幅训练图像的答案；再次给出时取多个的平均</translation>
    </message>
    <message>
        <source>divide the logits of teachers and network by this, from 1 to 100</source>
        <translation>教师和网络的 logits 都除以此值，1 到 100</translation>
    </message>
    <message>
        <source>share of the teachers&apos; answers in the loss; the rest is the labels&apos;</source>
        <translation>教师的答案在损失中的比例；其余是标签的</translation>
    </message>
    <message>
        <source>seed of the weights, the order of images and augmentation</source>
        <translation>权重、图像次序和数据增强的种子</translation>
    </message>
    <message>
        <source>stop at this test accuracy, such as 0.99; tested every 50 steps, with --select at the end of each epoch</source>
        <translation>达到此测试准确率即停止，例如 0.99；每 50 步测试一次，有 --select 时每轮末测试</translation>
    </message>
    <message>
        <source>how sure</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>on average</source>
        <comment>how sure on average</comment>
        <translation>平均</translation>
    </message>
    <message>
        <source>contributor</source>
        <translation>书写者</translation>
    </message>
    <message>
        <source>Expected calibration error %1: the mean gap between how sure it is and how often right.</source>
        <translation>期望校准误差 %1：置信度与实际正确率的平均差距。</translation>
    </message>
    <message>
        <source>These weights were never taught to refuse: everything is answered.</source>
        <translation>这些权重没有学过拒识：什么都回答。</translation>
    </message>
    <message>
        <source>Refused as not a digit, for evidence below %1: %2 of the digits.</source>
        <translation>因证据低于 %1 而作为非数字拒识：%2 的数字。</translation>
    </message>
    <message>
        <source>Refused as not a digit, for evidence below %1: %2 of the digits, %3 of %L4 that are none.</source>
        <translation>因证据低于 %1 而作为非数字拒识：%2 的数字，%L4 个非数字中的 %3。</translation>
    </message>
    <message>
        <source>The evidence tells them apart with an AUROC of %L1.</source>
        <translation>证据区分二者的 AUROC 为 %L1。</translation>
    </message>
    <message>
        <source>Prints what a shell completes the words of glyphscope by. In bash: source &lt;(glyphscope completion bash)</source>
        <translation>打印 shell 补全 glyphscope 命令行所用的脚本。在 bash 中：source &lt;(glyphscope completion bash)</translation>
    </message>
    <message>
        <source>Prints the manual page, glyphscope(1). To read it: glyphscope manual | man -l -</source>
        <translation>打印手册页 glyphscope(1)。阅读：glyphscope manual | man -l -</translation>
    </message>
    <message>
        <source>Writes weights or drawings in another format. IN is recognised by its content; the suffix of OUT or --to chooses the format. Weights: reads safetensors and PyTorch&apos;s pt, writes safetensors, pt, onnx and npz. Drawings: reads InkML, UNIPEN, pictures and IDX images, writes inkml, png, svg and idx. The format idx makes two files, OUT-images-idx3-ubyte and, where there are labels, OUT-labels-idx1-ubyte; OUT.gz compresses them. An existing file is replaced. With --sheet, the characters on a photographed sheet of samples are written as IDX, each with a label; --blank-sheet writes such a sheet to be printed.</source>
        <translation>把权重或手写图写成另一种格式。IN 按内容识别；OUT 的后缀或 --to 决定格式。权重：读取 safetensors 和 PyTorch 的 pt，写入 safetensors、pt、onnx 和 npz。手写图：读取 InkML、UNIPEN、图片和 IDX 图像，写入 inkml、png、svg 和 idx。格式 idx 产生两个文件：OUT-images-idx3-ubyte，以及有标签时的 OUT-labels-idx1-ubyte；OUT.gz 会压缩它们。已有的文件会被替换。用 --sheet 时，拍下的样本表上的字符写成 IDX，每个都有标签；--blank-sheet 写出供打印的样本表。</translation>
    </message>
    <message>
        <source>convert only drawings with one of these labels, such as A,B</source>
        <translation>只转换带有这些标签之一的手写图，如 A,B</translation>
    </message>
    <message>
        <source>a photographed or scanned sheet of samples to convert</source>
        <translation>要转换的样本表的照片或扫描件</translation>
    </message>
    <message>
        <source>label a sheet by its rows, by reading, or as it looks: rows, read, auto</source>
        <translation>样本表的标签按行、按识别，或视情况而定：rows、read、auto</translation>
    </message>
    <message>
        <source>write a sheet of samples to print: a4 or letter</source>
        <translation>写出供打印的样本表：a4 或 letter</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n character(s), labelled by their rows: %2</source>
        <comment>a sheet, what was found, the files that were written</comment>
        <translation>
            <numerusform>%1：%n 个字符，按行加标签：%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n character(s), labelled as they are read: %2</source>
        <comment>a sheet, what was found, the files that were written</comment>
        <translation>
            <numerusform>%1：%n 个字符，按识别结果加标签：%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: a sheet with %n row(s) to print</source>
        <comment>the file that was written</comment>
        <translation>
            <numerusform>%1：供打印的样本表，%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder for MNIST, runs and samples, instead of ~/.local/share/glyphscope.</source>
        <translation>存放 MNIST、运行和样本的文件夹，代替 ~/.local/share/glyphscope。</translation>
    </message>
    <message>
        <source>Qt&apos;s platform: with offscreen the tour needs no display.</source>
        <translation>Qt 的平台：用 offscreen 时 tour 不需要显示器。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>失败。</translation>
    </message>
    <message>
        <source>The command line makes no sense.</source>
        <translation>命令行有误。</translation>
    </message>
    <message>
        <source>Interrupted, after saving.</source>
        <translation>已中断，中断前已保存。</translation>
    </message>
    <message>
        <source>NAME</source>
        <comment>a title of a manual page</comment>
        <translation>名称</translation>
    </message>
    <message>
        <source>glyphscope - write a digit, watch a convolutional network read it, train it, take it apart</source>
        <translation>glyphscope - 写一个数字，看卷积网络识别它，训练它，拆开它</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <comment>a title of a manual page</comment>
        <translation>概要</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <comment>a title of a manual page</comment>
        <translation>描述</translation>
    </message>
    <message>
        <source>Without a command the window opens, with a FILE that it reads: a picture, ink, weights or a network. The commands need no display. Results go to standard output, messages to standard error.</source>
        <translation>不带命令时打开窗口，并读取 FILE：图片、笔迹、权重或网络。命令不需要显示器。结果写到标准输出，消息写到标准错误。</translation>
    </message>
    <message>
        <source>OPTIONS OF EVERY COMMAND</source>
        <comment>a title of a manual page</comment>
        <translation>所有命令的选项</translation>
    </message>
    <message>
        <source>COMMANDS</source>
        <comment>a title of a manual page</comment>
        <translation>命令</translation>
    </message>
    <message>
        <source>EXIT STATUS</source>
        <comment>a title of a manual page</comment>
        <translation>退出状态</translation>
    </message>
    <message>
        <source>ENVIRONMENT</source>
        <comment>a title of a manual page</comment>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>Reads pictures (dark on light or light on dark), files of ink and images in IDX: every traceGroup of InkML, every character segment of UNIPEN and every image of IDX is an item of its own. Items are counted from 0. Ink of several characters is read as a number, and a picture of several lines line by line. As FILE, - is standard input.</source>
        <translation>识别图片（浅底深字或深底浅字）、笔迹文件和 IDX 图像：InkML 的每个 traceGroup、UNIPEN 的每个字符段和 IDX 的每张图像各是一项。各项从 0 开始编号。多个字符的笔迹作为数字串识别，多行的图片逐行识别。FILE 为 - 时表示标准输入。</translation>
    </message>
</context>
<context>
    <name>glyphscope::ConfusionModel</name>
    <message>
        <source>%1k</source>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 read as %2, rightly or not</source>
        <translation>%1 幅读作 %2，不论对错</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All images of the class</source>
        <translation>该类别的所有图像</translation>
    </message>
    <message>
        <source>Read as %1. Click: its errors</source>
        <translation>读作 %1。单击：看其错误</translation>
    </message>
    <message>
        <source>All images read as the class</source>
        <translation>读作该类别的所有图像</translation>
    </message>
    <message>
        <source>Images of %1. Click: its errors</source>
        <translation>%1 的图像。单击：看其错误</translation>
    </message>
</context>
<context>
    <name>glyphscope::ConfusionView</name>
    <message>
        <source>Confusion matrix: rows are the truth, columns the answer</source>
        <translation>混淆矩阵：行是真实类别，列是答案</translation>
    </message>
    <message>
        <source>Copy the matrix</source>
        <translation>复制矩阵</translation>
    </message>
</context>
<context>
    <name>glyphscope::CropFrame</name>
    <message>
        <source>Part of the picture that is read</source>
        <translation>图片中要读取的部分</translation>
    </message>
    <message>
        <source>Drag its edges. Arrow keys move it, with Shift its lower right corner; Escape leaves it.</source>
        <translation>拖动其边。方向键移动它，加 Shift 移动其右下角；Escape 离开。</translation>
    </message>
</context>
<context>
    <name>glyphscope::CurveChart</name>
    <message>
        <source>this run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>Show or hide the plot of: %1</source>
        <translation>显示或隐藏图：%1</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>What the curves run over</source>
        <translation>曲线以什么为横轴</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Smoothin&amp;g</source>
        <translation>平滑(&amp;G)</translation>
    </message>
    <message>
        <source>Weight of the past in the strong curves, as in TensorBoard</source>
        <translation>粗曲线中过去的权重，同 TensorBoard</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the curves to a file</source>
        <translation>把曲线存成文件</translation>
    </message>
    <message>
        <source>Values as &amp;CSV…</source>
        <translation>数值存为 &amp;CSV…</translation>
    </message>
    <message>
        <source>Values for &amp;TensorBoard…</source>
        <translation>数值存为 &amp;TensorBoard…</translation>
    </message>
    <message>
        <source>Picture as &amp;PNG…</source>
        <translation>图片存为 &amp;PNG…</translation>
    </message>
    <message>
        <source>Picture as &amp;SVG…</source>
        <translation>图片存为 &amp;SVG…</translation>
    </message>
</context>
<context>
    <name>glyphscope::CurveLegend</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Show or hide %1</source>
        <translation>显示或隐藏 %1</translation>
    </message>
</context>
<context>
    <name>glyphscope::CurveMarksText</name>
    <message>
        <source>%1, step %2: %3</source>
        <translation>%1，步 %2：%3</translation>
    </message>
</context>
<context>
    <name>glyphscope::CurvePainterText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
</context>
<context>
    <name>glyphscope::CurvePlot</name>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Logarithmic axis: %1</source>
        <translation>对数轴：%1</translation>
    </message>
    <message>
        <source>Show the values on a logarithmic axis</source>
        <translation>在对数轴上显示数值</translation>
    </message>
</context>
<context>
    <name>glyphscope::CurveReadoutText</name>
    <message>
        <source>step %1 · epoch %2 · %3</source>
        <translation>步 %1 · 轮 %2 · %3</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>valid.</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>批次</translation>
    </message>
</context>
<context>
    <name>glyphscope::DataController</name>
    <message>
        <source>A training is running. Add the data when it has ended.</source>
        <translation>训练正在进行。请在结束后添加数据。</translation>
    </message>
    <message>
        <source>Train on it instead</source>
        <translation>改用它训练</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln image(s) to train on. %2 is chosen so far.</source>
        <translation>
            <numerusform>%1 有 %Ln 幅图像可供训练。目前选择的是 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add it to the chosen ones</source>
        <translation>加到已选的</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln image(s) of other classes than %2, which is chosen so far.</source>
        <translation>
            <numerusform>%1 有 %Ln 幅图像，类别与目前选择的 %2 不同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: its %Ln image(s) will be trained on, too. Training shows the mix.</source>
        <translation>
            <numerusform>%1：其 %Ln 幅图像也将用于训练。“训练”中显示组成。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: its %Ln image(s) will be trained on.</source>
        <translation>
            <numerusform>%1：其 %Ln 幅图像将用于训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder of IDX files</source>
        <translation>添加 IDX 文件夹</translation>
    </message>
    <message>
        <source>Add files of ink</source>
        <translation>添加笔迹文件</translation>
    </message>
    <message>
        <source>Add files of what is no digit</source>
        <translation>添加非数字文件</translation>
    </message>
    <message>
        <source>Ink: InkML, UNIPEN (*.inkml *.dat)</source>
        <translation>笔迹：InkML、UNIPEN (*.inkml *.dat)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln drawing(s) of %2 classes from &quot;%3&quot; to &quot;%4&quot;, others than those of %5, which is chosen so far.</source>
        <translation>
            <numerusform>%1 有 %Ln 幅手写图，%2 个类别，从“%3”到“%4”，与目前所选的 %5 的类别不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Learn it as none of them</source>
        <translation>作为非类别内容学习</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %Ln labelled drawing(s), from &quot;%2&quot; to &quot;%3&quot;, which can be trained on.</source>
        <translation>
            <numerusform>%1 有 %Ln 幅带标签的手写图，从“%2”到“%3”，可用于训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>用它训练</translation>
    </message>
    <message numerus="yes">
        <source>%1: its %Ln drawing(s) will be trained on. Training gives the network in use an output for each of the %2 classes; Build makes another network.</source>
        <translation>
            <numerusform>%1：将用其中的 %Ln 幅手写图训练。训练会给使用中的网络 %2 个类别各一个输出；“搭建”可制作另一个网络。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::DataPicker</name>
    <message>
        <source>Folders and files of ink</source>
        <translation>文件夹和笔迹文件</translation>
    </message>
    <message>
        <source>Fol&amp;der…</source>
        <translation>文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Train on a folder of IDX files as well, as Fashion-MNIST is one</source>
        <translation>同时用 IDX 文件夹训练，例如 Fashion-MNIST</translation>
    </message>
    <message>
        <source>&amp;Ink…</source>
        <translation>笔迹(&amp;I)…</translation>
    </message>
    <message>
        <source>Train on the labelled drawings of InkML or UNIPEN files as well</source>
        <translation>同时用 InkML 或 UNIPEN 文件中带标签的手写图训练</translation>
    </message>
    <message>
        <source>&amp;Not digits…</source>
        <translation>非数字(&amp;N)…</translation>
    </message>
    <message>
        <source>Files of ink with letters and the like: the network learns to tell them from digits</source>
        <translation>字母之类的笔迹文件：网络学会把它们与数字区分开</translation>
    </message>
    <message>
        <source>Train on the selected folders and files no more; they stay on disk (Del)</source>
        <translation>不再用所选的文件夹和文件训练；它们仍在磁盘上（Del）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Variations of each drawing</source>
        <translation>每幅手写图的变体数</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Validation split</source>
        <translation>验证集划分</translation>
    </message>
    <message numerus="yes">
        <source>MNIST, %Ln image(s)</source>
        <translation>
            <numerusform>MNIST，%Ln 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>MNIST (not here yet)</source>
        <translation>MNIST（尚未获取）</translation>
    </message>
    <message numerus="yes">
        <source>My handwriting, %Ln sample(s)</source>
        <translation>
            <numerusform>我的笔迹，%Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>各 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, not digits</source>
        <translation>%1，非数字</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln not digit(s)</source>
        <translation>
            <numerusform>%1，%Ln 个非数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln image(s)</source>
        <translation>
            <numerusform>%1，%Ln 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Data cannot be changed during a run: stop the run first.</source>
        <translation>运行期间不能更改数据：请先停止运行。</translation>
    </message>
    <message>
        <source>The 60,000 digits to learn from that everybody uses</source>
        <translation>大家都用来学习的 60,000 个数字</translation>
    </message>
    <message>
        <source>Draw a digit and say what it was: it is kept as a sample</source>
        <translation>写一个数字并标明是什么：它会存为样本</translation>
    </message>
    <message>
        <source>The drawings of which you said what they were</source>
        <translation>您已标明是什么的手写图</translation>
    </message>
    <message>
        <source>Each drawing is trained on in so many variations as well: slanted, stretched, bent, with other pens</source>
        <translation>每幅手写图还以这么多变体训练：倾斜、拉伸、弯曲、用不同的笔</translation>
    </message>
    <message>
        <source>Share of the images that is never trained on, so that it shows how well others are read; the best epoch is chosen by it</source>
        <translation>从不用于训练的图像比例，以显示对其他图像读得如何；据此选出最佳的一轮</translation>
    </message>
    <message>
        <source>&quot;A&quot; and &quot;a&quot; are one class</source>
        <translation>“A”和“a”是同一类别</translation>
    </message>
    <message>
        <source>Labels of ink that differ in case only make one class, which is named in small letters</source>
        <translation>仅大小写不同的笔迹标签合为一个类别，用小写字母命名</translation>
    </message>
</context>
<context>
    <name>glyphscope::DataTable</name>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Copy all as CSV</source>
        <translation>全部复制为 CSV</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>显示所有列</translation>
    </message>
</context>
<context>
    <name>glyphscope::DataText</name>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message numerus="yes">
        <source>my %Ln sample(s)</source>
        <translation>
            <numerusform>我的 %Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>what is no digit</source>
        <translation>非数字</translation>
    </message>
    <message>
        <source>Nothing to train on is chosen</source>
        <translation>没有选择训练数据</translation>
    </message>
    <message>
        <source>%1, %2&#xa0;% held out</source>
        <translation>%1，留出 %2 %</translation>
    </message>
    <message>
        <source>MNIST is not here.</source>
        <translation>没有 MNIST。</translation>
    </message>
    <message>
        <source>Nothing to train on is chosen. Tick MNIST or my handwriting, or add a folder.</source>
        <translation>没有选择训练数据。请勾选 MNIST 或“我的笔迹”，或添加文件夹。</translation>
    </message>
    <message>
        <source>There are no samples of your handwriting yet. Draw a digit and say what it was, or choose other data.</source>
        <translation>还没有您的笔迹样本。请写一个数字并标明是什么，或选择其他数据。</translation>
    </message>
</context>
<context>
    <name>glyphscope::DeviceController</name>
    <message>
        <source>trains in bfloat16</source>
        <translation>以 bfloat16 训练</translation>
    </message>
    <message>
        <source>trains in float32</source>
        <translation>以 float32 训练</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>LibTorch %1, %2, %3</source>
        <translation>LibTorch %1，%2，%3</translation>
    </message>
    <message>
        <source>Matrices are multiplied by the reference BLAS: training takes many times as long as with OpenBLAS (libopenblas0 on Debian).</source>
        <translation>矩阵乘法使用参考 BLAS：训练耗时是 OpenBLAS（Debian 上为 libopenblas0）的许多倍。</translation>
    </message>
    <message>
        <source>%1 Everything stays on %2.</source>
        <translation>%1一切仍在 %2 上。</translation>
    </message>
</context>
<context>
    <name>glyphscope::DeviceMenu</name>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>Where model, optimizer and data are</source>
        <translation>模型、优化器和数据在哪里</translation>
    </message>
    <message>
        <source>Move model, optimizer state and data there, also in the middle of a training</source>
        <translation>把模型、优化器状态和数据移到那里，训练中途也可以</translation>
    </message>
    <message>
        <source>CUDA: this LibTorch or machine has none</source>
        <translation>CUDA：此 LibTorch 或机器没有</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>设备：%1</translation>
    </message>
</context>
<context>
    <name>glyphscope::DivisionView</name>
    <message>
        <source>Why this division</source>
        <translation>为何这样切分</translation>
    </message>
    <message>
        <source>Strokes were put together in these ways and read. Each score is a logarithm, and more is better; the division with the highest sum was chosen.</source>
        <translation>笔画以这些方式组合并识别。得分是对数，越大越好；选择总和最高的切分。</translation>
    </message>
    <message>
        <source>What the strokes could be</source>
        <translation>笔画可能是什么</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>确定度</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>总和</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>glyphscope::Dock</name>
    <message>
        <source>Detach or attach &quot;%1&quot;</source>
        <translation>分离或停靠“%1”</translation>
    </message>
    <message>
        <source>Hide &quot;%1&quot; (View brings it back)</source>
        <translation>隐藏“%1”（可从“视图”恢复）</translation>
    </message>
</context>
<context>
    <name>glyphscope::DocumentController</name>
    <message>
        <source>the dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>Open a drawing, weights, or a network</source>
        <translation>打开手写图、权重或网络</translation>
    </message>
    <message>
        <source>Drawings (*.inkml *.dat *.png *.jpg *.jpeg *.bmp *.webp)</source>
        <translation>手写图 (*.inkml *.dat *.png *.jpg *.jpeg *.bmp *.webp)</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pt *.pth)</source>
        <translation>权重 (*.safetensors *.pt *.pth)</translation>
    </message>
    <message>
        <source>Networks (*.json)</source>
        <translation>网络 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the drawing</source>
        <translation>保存手写图</translation>
    </message>
    <message>
        <source>InkML (*.inkml)</source>
        <translation>InkML (*.inkml)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>One file is opened at a time: %1.</source>
        <translation>一次只打开一个文件：%1。</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one, or the file itself, and paste again.</source>
        <translation>剪贴板上没有图片。请复制图片或文件本身，再粘贴。</translation>
    </message>
    <message>
        <source>The drawing is on the clipboard.</source>
        <translation>手写图已在剪贴板上。</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
</context>
<context>
    <name>glyphscope::DrawingPager</name>
    <message>
        <source>Drawing %1 of %2 in %3</source>
        <translation>%3 的第 %1 幅手写图，共 %2 幅</translation>
    </message>
    <message>
        <source>Drawing %1 of %2 in %3, labelled &quot;%4&quot;</source>
        <translation>%3 的第 %1 幅手写图，共 %2 幅，标签“%4”</translation>
    </message>
</context>
<context>
    <name>glyphscope::EffectStrip</name>
    <message>
        <source>%1 at %2</source>
        <comment>a class and its probability</comment>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>%1, no hook changes it</source>
        <translation>%1，没有钩子改变它</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>glyphscope::EpochTable</name>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Train accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Passes over the training set; the best one has a star</source>
        <translation>遍历训练集的轮次；最佳的一轮带星号</translation>
    </message>
    <message>
        <source>Mean loss over the batches since the row above</source>
        <translation>自上一行以来各批次的平均损失</translation>
    </message>
    <message>
        <source>Share of the batches&apos; images read correctly, before each step</source>
        <translation>批次中读对的图像比例，在每步之前统计</translation>
    </message>
    <message>
        <source>Mean cross-entropy on the images held out</source>
        <translation>留出图像上的平均交叉熵</translation>
    </message>
    <message>
        <source>Share of the images held out that is read correctly</source>
        <translation>留出图像中读对的比例</translation>
    </message>
    <message>
        <source>Mean cross-entropy on the test set</source>
        <translation>测试集上的平均交叉熵</translation>
    </message>
    <message>
        <source>Share of the test set read correctly</source>
        <translation>测试集中读对的比例</translation>
    </message>
    <message>
        <source>Time of training since the run began</source>
        <translation>自运行开始以来的训练时间</translation>
    </message>
    <message>
        <source>After step %1</source>
        <translation>第 %1 步之后</translation>
    </message>
    <message>
        <source>&amp;Copy all rows</source>
        <translation>复制所有行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>glyphscope::ErrorLegend</name>
    <message>
        <source>Rows: truth. Columns: answer.</source>
        <translation>行：真实类别。列：答案。</translation>
    </message>
    <message>
        <source>Errors of a class: 0</source>
        <translation>某类别的错误：0</translation>
    </message>
    <message>
        <source>Cells beside the diagonal have a scale of their own, up to the largest share of a class that was taken for one other</source>
        <translation>对角线以外的单元格有自己的色阶，最大为某类别被误认为另一类别的最高比例</translation>
    </message>
    <message>
        <source>Errors, as shares of the class, up to %1</source>
        <translation>错误占该类别的比例，最大 %1</translation>
    </message>
</context>
<context>
    <name>glyphscope::EvaluationController</name>
    <message>
        <source>test image %1</source>
        <translation>测试图像 %1</translation>
    </message>
    <message>
        <source>The network is still being loaded.</source>
        <translation>网络仍在加载。</translation>
    </message>
    <message>
        <source>There are no numbers to show of %1. %2</source>
        <translation>没有 %1 的数值可显示。%2</translation>
    </message>
</context>
<context>
    <name>glyphscope::EvaluationHead</name>
    <message>
        <source>The share of the images that was read right</source>
        <translation>读对的图像比例</translation>
    </message>
    <message>
        <source>The loss is the mean cross-entropy, before any temperature of the weights</source>
        <translation>损失是平均交叉熵，不计权重的温度</translation>
    </message>
    <message>
        <source>Accuracy %1</source>
        <translation>准确率 %1</translation>
    </message>
</context>
<context>
    <name>glyphscope::EvaluationPanel</name>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Measuring: every image of the test set is read once.</source>
        <translation>正在测量：测试集的每幅图像读一次。</translation>
    </message>
    <message>
        <source>There are no images to measure on.</source>
        <translation>没有可供测量的图像。</translation>
    </message>
    <message>
        <source>Not measured yet. See how the network reads the whole test set: which classes it confuses, and the images behind every number.</source>
        <translation>尚未测量。看看网络怎样读整个测试集：混淆哪些类别，以及每个数字背后的图像。</translation>
    </message>
    <message>
        <source>Read the whole test set with the weights in use</source>
        <translation>用当前权重读整个测试集</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <source>Which class is taken for which</source>
        <translation>哪个类别被当成了哪个</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Precision, recall and F1 of every class</source>
        <translation>每个类别的精确率、召回率和 F1</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Whether the network is as often right as it is sure</source>
        <translation>网络的正确率是否与置信度相符</translation>
    </message>
    <message>
        <source>Shares of the images of a class instead of numbers: a row adds up to 100</source>
        <translation>显示占该类别图像的比例而不是数量：每行合计 100</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>百分比</translation>
    </message>
</context>
<context>
    <name>glyphscope::EvaluationText</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>No error in %1</source>
        <translation>%1中没有错误</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s) in %1</source>
        <translation>
            <numerusform>%1中有 %Ln 个错误</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, loss %2</source>
        <translation>%1，损失 %2</translation>
    </message>
    <message>
        <source>%1 read right</source>
        <translation>%1 幅读对</translation>
    </message>
    <message>
        <source>%1 read as %2</source>
        <translation>%1 读作 %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2/%3</translation>
    </message>
    <message>
        <source>Errors of %1</source>
        <translation>%1 的错误</translation>
    </message>
    <message>
        <source>Wrongly read as %1</source>
        <translation>误读作 %1</translation>
    </message>
    <message>
        <source>All errors</source>
        <translation>所有错误</translation>
    </message>
    <message>
        <source>No errors: every image was read right.</source>
        <translation>没有错误：每幅图像都读对了。</translation>
    </message>
    <message>
        <source>Every %1 was read right.</source>
        <translation>每个 %1 都读对了。</translation>
    </message>
    <message>
        <source>Nothing was wrongly read as %1.</source>
        <translation>没有误读作 %1 的。</translation>
    </message>
    <message>
        <source>No %1 was read right.</source>
        <translation>没有 %1 被读对。</translation>
    </message>
    <message>
        <source>No %1 was read as %2.</source>
        <translation>没有 %1 被读作 %2。</translation>
    </message>
    <message>
        <source>above 100</source>
        <translation>大于 100</translation>
    </message>
    <message>
        <source>Image %1 of %2
Truth: %3, probability %4
Answer: %5, probability %6
Loss: %7</source>
        <translation>图像 %1，共 %2
真实：%3，概率 %4
答案：%5，概率 %6
损失：%7</translation>
    </message>
</context>
<context>
    <name>glyphscope::ExplanationText</name>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
    <message>
        <source>What is below zero is multiplied by %1, the negative_slope.</source>
        <translation>小于零的乘以 %1，即 negative_slope。</translation>
    </message>
    <message>
        <source>What is not below zero passes as it is.</source>
        <translation>不小于零的原样通过。</translation>
    </message>
    <message>
        <source>x × Φ(x): the value times the share of the normal distribution that lies below it.</source>
        <translation>x × Φ(x)：值乘以正态分布中位于其下的比例。</translation>
    </message>
    <message>
        <source>1 / (1 + e^−x): every value becomes one between 0 and 1.</source>
        <translation>1 / (1 + e^−x)：每个值变为 0 到 1 之间的值。</translation>
    </message>
    <message>
        <source>max(0, x): what is above zero passes as it is.</source>
        <translation>max(0, x)：大于零的原样通过。</translation>
    </message>
    <message>
        <source>max(0, x): what is not above zero becomes 0.</source>
        <translation>max(0, x)：不大于零的变为 0。</translation>
    </message>
    <message>
        <source>max(0, %1)</source>
        <translation>max(0, %1)</translation>
    </message>
    <message>
        <source>What its last module, %1, gives is what %2 gives.</source>
        <translation>%2 的输出就是其最后一个模块 %1 的输出。</translation>
    </message>
    <message>
        <source>%1 drops values in training only. When a drawing is read, every value passes as it is.</source>
        <translation>%1 只在训练时丢弃值。识别手写图时每个值都原样通过。</translation>
    </message>
    <message>
        <source>The value of %1 passes as it is.</source>
        <translation>%1 的值原样通过。</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The value less the running mean of its channel, divided by the deviation. Mean and variance were measured in training.</source>
        <translation>值减去其通道的滑动均值，再除以标准差。均值和方差在训练中测得。</translation>
    </message>
    <message>
        <source>The value less the mean of the values that are normalised together, divided by their deviation.</source>
        <translation>值减去一起归一化的值的均值，再除以它们的标准差。</translation>
    </message>
    <message>
        <source>That is multiplied by the weight, and the bias is added.</source>
        <translation>再乘以权重，并加上偏置。</translation>
    </message>
    <message>
        <source>Running mean</source>
        <translation>滑动均值</translation>
    </message>
    <message numerus="yes">
        <source>Mean of %Ln value(s)</source>
        <translation>
            <numerusform>%Ln 个值的均值</numerusform>
        </translation>
    </message>
    <message>
        <source>Running variance</source>
        <translation>滑动方差</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>Deviation, √(variance + %1)</source>
        <translation>标准差，√(方差 + %1)</translation>
    </message>
    <message>
        <source>Normalised</source>
        <translation>归一化后</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>The maps of %1 are laid out as one vector, row by row. No value changes.</source>
        <translation>%1 的特征图逐行排成一个向量。值不改变。</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>取自</translation>
    </message>
    <message>
        <source>%1, channel %2, y&#xa0;%3, x&#xa0;%4</source>
        <translation>%1，通道 %2，y %3，x %4</translation>
    </message>
    <message>
        <source>What the body gives and what the shortcut gives, added up.</source>
        <translation>主体的输出与捷径的输出相加。</translation>
    </message>
    <message>
        <source>The other %1 add up to %2.</source>
        <translation>其余 %1 个合计 %2。</translation>
    </message>
    <message>
        <source>e to the power of the value, as a share of the sum over its dim. The largest value is taken off all of them first, which changes no share.</source>
        <translation>e 的该值次幂，占其 dim 上总和的比例。先从所有值中减去最大值，这不改变比例。</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>项</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>e^(value − largest)</source>
        <translation>e^(值 − 最大值)</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Sum of the powers</source>
        <translation>各幂之和</translation>
    </message>
    <message>
        <source>e to the power of every logit, as a share of their sum. The largest logit is taken off all of them first, which changes no share.</source>
        <translation>e 的各 logit 次幂，占其总和的比例。先从所有 logits 中减去最大的，这不改变比例。</translation>
    </message>
    <message>
        <source>What is left is divided by the temperature of these weights, %1: it was fitted so that the probabilities are as often right as they say.</source>
        <translation>余下的除以这些权重的温度 %1：拟合它是为了让概率与实际正确率相符。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>e^(logit − largest)</source>
        <translation>e^(logit − 最大值)</translation>
    </message>
    <message>
        <source>e^((logit − largest) / %1)</source>
        <translation>e^((logit − 最大值) / %1)</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message numerus="yes">
        <source>Sum of %Ln product(s)</source>
        <translation>
            <numerusform>%Ln 个乘积之和</numerusform>
        </translation>
    </message>
    <message>
        <source>Every value of %1 times its weight, added up, plus the bias. The strongest come first.</source>
        <translation>%1 的每个值乘以其权重后相加，再加偏置。最强的排在最前。</translation>
    </message>
    <message>
        <source>Every value of %1 times its weight, added up. The strongest come first.</source>
        <translation>%1 的每个值乘以其权重后相加。最强的排在最前。</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Patches of %1 times the filter&apos;s kernels, all added up, plus the bias.</source>
        <translation>%1 的各小块乘以滤波器的各个核，全部相加，再加偏置。</translation>
    </message>
    <message>
        <source>Patches of %1 times the filter&apos;s kernels, all added up.</source>
        <translation>%1 的各小块乘以滤波器的各个核，全部相加。</translation>
    </message>
    <message>
        <source>A patch of %1 times the filter&apos;s kernel, added up, plus the bias.</source>
        <translation>%1 的一个小块乘以滤波器的核，相加，再加偏置。</translation>
    </message>
    <message>
        <source>A patch of %1 times the filter&apos;s kernel, added up.</source>
        <translation>%1 的一个小块乘以滤波器的核，相加。</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>小块</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>Channel %1 adds %2</source>
        <translation>通道 %1 贡献 %2</translation>
    </message>
    <message>
        <source>Patch of %1</source>
        <translation>%1 的小块</translation>
    </message>
    <message>
        <source>The largest value of the patch wins.</source>
        <translation>取小块中的最大值。</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>胜出者</translation>
    </message>
    <message>
        <source>y&#xa0;%1, x&#xa0;%2</source>
        <translation>y %1，x %2</translation>
    </message>
    <message>
        <source>The mean of the patch. Padding counts as zeros.</source>
        <translation>小块的平均值。填充按零计。</translation>
    </message>
    <message>
        <source>The mean of the patch.</source>
        <translation>小块的平均值。</translation>
    </message>
    <message numerus="yes">
        <source>Sum of %Ln value(s)</source>
        <translation>
            <numerusform>%Ln 个值之和</numerusform>
        </translation>
    </message>
    <message>
        <source>Divided by</source>
        <translation>除以</translation>
    </message>
    <message numerus="yes">
        <source>%n hook(s) of yours change the input of %1 before it is used.</source>
        <translation>
            <numerusform>您的 %n 个钩子在使用之前改变了 %1 的输入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hook(s) of yours change the output of %1.</source>
        <translation>
            <numerusform>您的 %n 个钩子改变了 %1 的输出。</numerusform>
        </translation>
    </message>
    <message>
        <source>The drawing was read with other weights or hooks than those of now.</source>
        <translation>该手写图是用与现在不同的权重或钩子识别的。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>The same value.</source>
        <translation>值相同。</translation>
    </message>
    <message>
        <source>The same but for rounding: %1.</source>
        <translation>除舍入外相同：%1。</translation>
    </message>
    <message>
        <source>They differ by %1. %2</source>
        <translation>相差 %1。%2</translation>
    </message>
    <message>
        <source>tanh(x): every value becomes one between −1 and 1.</source>
        <translation>tanh(x)：每个值变为 −1 到 1 之间的值。</translation>
    </message>
</context>
<context>
    <name>glyphscope::ExplanationView</name>
    <message>
        <source>How the value came about</source>
        <translation>这个值是怎样得来的</translation>
    </message>
    <message>
        <source>Padding: outside the map, always 0</source>
        <translation>填充：在特征图之外，恒为 0</translation>
    </message>
    <message>
        <source>Channel %1, y&#xa0;%2, x&#xa0;%3: %4 × %5 = %6</source>
        <translation>通道 %1，y %2，x %3：%4 × %5 = %6</translation>
    </message>
    <message>
        <source>Click a value to see how it came about, number by number</source>
        <translation>单击一个值，逐个数字地看它怎样得来</translation>
    </message>
</context>
<context>
    <name>glyphscope::FactSheet</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>glyphscope::FineTuneCard</name>
    <message>
        <source>Teach it my hand</source>
        <translation>教它认我的笔迹</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Batches that are learnt from</source>
        <translation>用于学习的批次数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Of AdamW, at its highest</source>
        <translation>AdamW 的最高学习率</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>回放</translation>
    </message>
    <message>
        <source>Share of each batch that comes from the training set, so that what the network knows is not forgotten</source>
        <translation>每个批次中来自训练集的比例，以免忘记网络已学会的</translation>
    </message>
    <message>
        <source>Learns</source>
        <translation>学习部分</translation>
    </message>
    <message>
        <source>What learns</source>
        <translation>哪些部分学习</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>All but the convolutions</source>
        <translation>除卷积层外的所有层</translation>
    </message>
    <message>
        <source>The last layer only</source>
        <translation>只有最后一层</translation>
    </message>
    <message>
        <source>The other layers keep their weights</source>
        <translation>其他层保持权重不变</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Back to the shipped weights</source>
        <translation>恢复自带权重</translation>
    </message>
    <message>
        <source>This can be undone, too</source>
        <translation>这也可以撤销</translation>
    </message>
    <message>
        <source>Learning: %1 %. The answer follows it. Stop, and all is as it was before.</source>
        <translation>学习中：%1 %。答案随之变化。停止则一切如前。</translation>
    </message>
    <message>
        <source>Left out, since the weights do not know their classes: %1.</source>
        <translation>略去权重不认识其类别的样本：%1。</translation>
    </message>
    <message>
        <source>It learns from samples of its own classes. There are none yet.</source>
        <translation>它从自己类别的样本学习。现在还没有。</translation>
    </message>
    <message>
        <source>It learns from samples of yours. There are none yet.</source>
        <translation>它从您的样本学习。现在还没有。</translation>
    </message>
    <message numerus="yes">
        <source>Trains %Ln step(s) on your %1, with %2 % of each batch replayed from the training set so that nothing is forgotten.</source>
        <translation>
            <numerusform>用您的 %1训练 %Ln 步，每个批次有 %2 % 回放自训练集，以免遗忘。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trains %Ln step(s) on your %1.</source>
        <translation>
            <numerusform>用您的 %1训练 %Ln 步。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of three samples of a class or more, a fifth is kept back to see what it gains. It can be undone exactly.</source>
        <translation>某类别有三个或更多样本时，留出五分之一以衡量进步。可以完全撤销。</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
</context>
<context>
    <name>glyphscope::FlowHistoryText</name>
    <message>
        <source>not finite</source>
        <translation>非有限</translation>
    </message>
    <message>
        <source>exploding</source>
        <translation>爆炸</translation>
    </message>
    <message>
        <source>vanishing</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>%1 dead</source>
        <translation>%1 失活</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
    <message numerus="yes">
        <source>Gradient of its output: %1, over %Ln image(s)</source>
        <translation>
            <numerusform>其输出的梯度：%1，共 %Ln 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Gradient of its weights: %1, which is %2 of their norm</source>
        <translation>其权重的梯度：%1，为权重范数的 %2</translation>
    </message>
    <message>
        <source>No gradient reaches its weights: they are frozen</source>
        <translation>没有梯度到达其权重：它们已冻结</translation>
    </message>
</context>
<context>
    <name>glyphscope::ForwardPage</name>
    <message>
        <source>Forward</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>Times are means of the last %1 readings</source>
        <translation>时间是最近 %1 次识别的平均</translation>
    </message>
    <message>
        <source>Write a digit to see the way through the network</source>
        <translation>写一个数字，看它怎样通过网络</translation>
    </message>
    <message>
        <source>%1 in all, %2 in the modules, %3 of outputs.</source>
        <translation>共 %1，其中模块 %2，输出 %3。</translation>
    </message>
</context>
<context>
    <name>glyphscope::ForwardTable</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1: %2, mean of the last %3 readings; %4 of the time of all modules</source>
        <translation>%1：%2，最近 %3 次识别的平均；占所有模块时间的 %4</translation>
    </message>
    <message>
        <source>%1: not measured yet</source>
        <translation>%1：尚未测量</translation>
    </message>
    <message>
        <source>%1: %2 bytes of output for one drawing</source>
        <translation>%1：一幅手写图的输出为 %2 字节</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln value(s) are not finite</source>
        <translation>
            <numerusform>%1：%Ln 个值不是有限数</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: smallest and largest value of the output</source>
        <translation>%1：输出的最小值和最大值</translation>
    </message>
    <message>
        <source>%1: %2
%3</source>
        <translation>%1：%2
%3</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Module, in order of the forward pass</source>
        <translation>模块，按前向传播的次序</translation>
    </message>
    <message>
        <source>What goes in and what comes out, without the batch</source>
        <translation>输入和输出，不含批次维</translation>
    </message>
    <message>
        <source>Mean of the last %1 readings, and the share of all modules together</source>
        <translation>最近 %1 次识别的平均，以及占所有模块的比例</translation>
    </message>
    <message>
        <source>Memory of the output for one drawing</source>
        <translation>一幅手写图的输出所占内存</translation>
    </message>
    <message>
        <source>Smallest and largest value of the output</source>
        <translation>输出的最小值和最大值</translation>
    </message>
</context>
<context>
    <name>glyphscope::Glossary</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>The share of images that are read as what they are.</source>
        <translation>被读作其真实类别的图像比例。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>A value that a module gives for the present image; it is high where the module finds what it looks for.</source>
        <translation>模块对当前图像给出的值；模块找到它要找的东西之处，值就高。</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>归因</translation>
    </message>
    <message>
        <source>How much each pixel of the image speaks for a class or against it.</source>
        <translation>图像的每个像素在多大程度上支持或反对某个类别。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>The images of one training step: the gradient is the mean over them.</source>
        <translation>一个训练步所用的图像：梯度是它们的平均。</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Whether the percentages mean what they say: of the answers given with 90 %, nine in ten should be right.</source>
        <translation>百分比是否名副其实：以 90 % 给出的答案，十个中应有九个正确。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>One of the maps that a module takes or gives; each filter of a convolution makes one.</source>
        <translation>模块接收或给出的一幅特征图；卷积的每个滤波器产生一个。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>One of the answers that the network can give.</source>
        <translation>网络能给出的一种答案。</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>A table that counts for each class as which classes its images are read.</source>
        <translation>统计每个类别的图像被读作哪些类别的表格。</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>A module that moves small filters over its input and writes into a map how well each place fits the filter.</source>
        <translation>让小滤波器在输入上移动，并把每处与滤波器的吻合程度写入特征图的模块。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>One pass over all training images.</source>
        <translation>遍历所有训练图像一次。</translation>
    </message>
    <message>
        <source>Feature map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>The picture that one channel gives: bright where its filter finds what it looks for.</source>
        <translation>一个通道给出的图：滤波器找到它要找的东西之处就亮。</translation>
    </message>
    <message>
        <source>Filter (kernel)</source>
        <translation>滤波器（卷积核）</translation>
    </message>
    <message>
        <source>The few weights that a convolution moves over its input, such as a stroke or an edge to look for.</source>
        <translation>卷积在输入上移动的几个权重，例如要找的一笔或一条边。</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>A module that writes all maps one after another into one long vector, without any change of value.</source>
        <translation>把所有特征图依次写成一个长向量的模块，值不改变。</translation>
    </message>
    <message>
        <source>Fully connected (Linear)</source>
        <translation>全连接（Linear）</translation>
    </message>
    <message>
        <source>A module in which each value of the output is a weighted sum of all values of the input, plus a bias.</source>
        <translation>输出的每个值都是输入所有值的加权和再加偏置的模块。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>By how much the loss, or a score, changes for a small change of a value; training steps against it.</source>
        <translation>某个值稍变时损失或得分变化多少；训练沿其反方向走。</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>The length of a gradient as one number: the root of the sum of its squares.</source>
        <translation>把梯度的长度写成一个数：各分量平方和的平方根。</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>A function that PyTorch calls when a module runs; it watches the values that pass through the module, or changes them.</source>
        <translation>模块运行时 PyTorch 调用的函数；它观察通过模块的值，或改变它们。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each training step moves the weights.</source>
        <translation>每个训练步让权重移动多远。</translation>
    </message>
    <message>
        <source>Logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>The score that the last module gives a class, before softmax makes percentages of the scores.</source>
        <translation>最后一个模块给某个类别的得分，尚未由 softmax 变成百分比。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>One number that says how wrong the network is; training makes it smaller.</source>
        <translation>说明网络错得多厉害的一个数；训练使它变小。</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>A module that keeps the largest value of each small window, which makes the maps smaller.</source>
        <translation>保留每个小窗口中最大值的模块，使特征图变小。</translation>
    </message>
    <message>
        <source>Module (layer)</source>
        <translation>模块（层）</translation>
    </message>
    <message>
        <source>One step of the network: it takes the values of the step before and gives new ones.</source>
        <translation>网络的一个步骤：接收上一步的值并给出新的值。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>The share of the last training step that is added to the next.</source>
        <translation>上一个训练步加到下一步的比例。</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Zeros put around the input, so that a filter can also stand at its edge.</source>
        <translation>围在输入四周的零，使滤波器也能位于边缘。</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>A tensor of numbers that training changes: the weights or the biases of a module.</source>
        <translation>训练会改变的张量：模块的权重或偏置。</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>The part of the image on which one value depends.</source>
        <translation>一个值所依赖的那部分图像。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>A module that sets negative values to zero and leaves the others as they are.</source>
        <translation>把负值置零、其余原样保留的模块。</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>显著图</translation>
    </message>
    <message>
        <source>The gradient of a score with respect to each pixel: where a small change of the image would change the score most.</source>
        <translation>得分对每个像素的梯度：图像的微小变化在哪里最能改变得分。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Makes percentages of the logits: e to the power of each logit, divided by the sum of all of these.</source>
        <translation>把 logits 变成百分比：e 的各 logit 次幂除以它们的总和。</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>How many pixels a filter or a window moves at each step.</source>
        <translation>滤波器或窗口每步移动多少像素。</translation>
    </message>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Numbers in a grid of any number of dimensions, such as channels by rows by columns.</source>
        <translation>任意维数的网格中的数，例如通道乘行乘列。</translation>
    </message>
    <message>
        <source>Test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>Images that training never sees, kept to measure how well the finished network reads.</source>
        <translation>训练从未见过的图像，留着衡量训练好的网络读得如何。</translation>
    </message>
    <message>
        <source>Validation set</source>
        <translation>验证集</translation>
    </message>
    <message>
        <source>Images held back from training, on which the network is measured while it trains.</source>
        <translation>从训练中留出的图像，训练期间在其上测量网络。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls every weight a little towards zero at each step, which keeps the network simple.</source>
        <translation>每步把每个权重略微拉向零，使网络保持简单。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The numbers with which a module multiplies its input; together they are what the network has learned.</source>
        <translation>模块与输入相乘的数；合起来就是网络学到的东西。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a term and what it means</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>glyphscope::GradientFlowStrip</name>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Gradient flow</source>
        <translation>梯度流</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>非有限</translation>
    </message>
    <message>
        <source>Dots: norm of the gradient of the output. Diamonds: gradient of the weights relative to the weights.
Beside them the last %1 probes, the newest on the right.</source>
        <translation>圆点：输出梯度的范数。菱形：权重梯度相对于权重。
旁边是最近 %1 次探测，最新的在右。</translation>
    </message>
    <message>
        <source>Gradients appear while the network trains</source>
        <translation>网络训练时显示梯度</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>glyphscope::GradientMaps</name>
    <message>
        <source>Gradient maps</source>
        <translation>梯度图</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Point at a value to read it.</source>
        <translation>指向一个值以读取它。</translation>
    </message>
    <message>
        <source>class %1: %2</source>
        <translation>类别 %1：%2</translation>
    </message>
    <message>
        <source>value %1: %2</source>
        <translation>值 %1：%2</translation>
    </message>
    <message>
        <source>row %1, column %2: %3</source>
        <translation>行 %1，列 %2：%3</translation>
    </message>
    <message>
        <source>map %1, %2</source>
        <translation>特征图 %1，%2</translation>
    </message>
</context>
<context>
    <name>glyphscope::GradientPage</name>
    <message>
        <source>Gradient at every module</source>
        <translation>各模块处的梯度</translation>
    </message>
    <message>
        <source>How the score changes with each module&apos;s output: the Euclidean norm, from the input to the logits.</source>
        <translation>得分怎样随各模块的输出变化：欧几里得范数，从输入到 logits。</translation>
    </message>
    <message>
        <source>What the network gets</source>
        <translation>网络得到的输入</translation>
    </message>
    <message>
        <source>Of the drawing before; computing…</source>
        <translation>是之前的手写图的；正在计算…</translation>
    </message>
    <message>
        <source>One backward pass: %1 ms</source>
        <translation>一次反向传播：%1 ms</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Gradient at %1</source>
        <translation>%1 处的梯度</translation>
    </message>
    <message>
        <source>min %1, max %2, norm %3, %4 of %5 are zero</source>
        <translation>最小 %1，最大 %2，范数 %3，%5 个中有 %4 个为零</translation>
    </message>
</context>
<context>
    <name>glyphscope::HabitSwitches</name>
    <message>
        <source>Other forms</source>
        <translation>其他写法</translation>
    </message>
    <message>
        <source>Slashed zeros, ones with a flag and a foot, sevens with a bar</source>
        <translation>带斜线的 0，带旗和底座的 1，带横杠的 7</translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation>直钩</translation>
    </message>
    <message>
        <source>A straight tick where the pen comes down or lifts off</source>
        <translation>落笔或提笔处的直钩</translation>
    </message>
    <message>
        <source>Hooks</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>A bent tick where the pen comes down or lifts off</source>
        <translation>落笔或提笔处的弯钩</translation>
    </message>
    <message>
        <source>Lifts</source>
        <translation>提笔</translation>
    </message>
    <message>
        <source>The pen lifted amid a stroke, and parts detached</source>
        <translation>笔画中途提笔，部分分离</translation>
    </message>
    <message>
        <source>Loops</source>
        <translation>圈</translation>
    </message>
    <message>
        <source>Loops flattened or left open</source>
        <translation>圈被压扁或没有闭合</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>长短</translation>
    </message>
    <message>
        <source>Strokes that end too late or too early</source>
        <translation>笔画收笔过晚或过早</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>点</translation>
    </message>
    <message>
        <source>A stray dot beside the character</source>
        <translation>字符旁多余的点</translation>
    </message>
    <message>
        <source>Double strokes</source>
        <translation>重笔</translation>
    </message>
    <message>
        <source>A part of a stroke drawn twice</source>
        <translation>笔画的一部分写了两遍</translation>
    </message>
    <message>
        <source>Few points</source>
        <translation>点少</translation>
    </message>
    <message>
        <source>Few points, joined by straight lines</source>
        <translation>点少，用直线相连</translation>
    </message>
    <message>
        <source>Trembling</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>A line that trembles</source>
        <translation>线条抖动</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>墨团</translation>
    </message>
    <message>
        <source>Ink that spreads where the pen is slow</source>
        <translation>运笔慢处墨水洇开</translation>
    </message>
    <message>
        <source>Pens&apos; habits that variations of ink are given. Point at one to see it alone.</source>
        <translation>笔迹变体所带的书写习惯。指向其中一个可单独查看。</translation>
    </message>
    <message>
        <source>Pens&apos; habits are given to variations of ink. Add files of ink under Data, with at least one variation each.</source>
        <translation>书写习惯用于笔迹的变体。请在“数据”下添加笔迹文件，每幅至少一个变体。</translation>
    </message>
    <message>
        <source>It cannot be changed during a run: stop the run first.</source>
        <translation>运行期间不能更改：请先停止运行。</translation>
    </message>
</context>
<context>
    <name>glyphscope::HeatView</name>
    <message>
        <source>Attribution of every pixel</source>
        <translation>每个像素的归因</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Of the drawing before; computing…</source>
        <translation>是之前的手写图的；正在计算…</translation>
    </message>
    <message>
        <source>Point at a pixel to read its value.</source>
        <translation>指向一个像素以读取其值。</translation>
    </message>
    <message>
        <source>row %1, column %2: %3 (ink %4)</source>
        <translation>行 %1，列 %2：%3（笔迹 %4）</translation>
    </message>
    <message>
        <source>against</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>for it</source>
        <translation>支持</translation>
    </message>
</context>
<context>
    <name>glyphscope::HelpPage</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Sections of the help</source>
        <translation>帮助的章节</translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation>帮助的正文</translation>
    </message>
    <message>
        <source>Close the help (Esc)</source>
        <translation>关闭帮助（Esc）</translation>
    </message>
    <message>
        <source>Nothing in the help has &quot;%1&quot;. Try fewer words, or others.</source>
        <translation>帮助中没有“%1”。请用少一些或别的词。</translation>
    </message>
</context>
<context>
    <name>glyphscope::HelpPlaces</name>
    <message>
        <source>Here you write. Every stroke is read while you write it. Use a mouse, a finger or a pen; the eraser rubs out parts of strokes. The slider above sets the width of the pen.</source>
        <translation>在这里书写。每一笔边写边识别。可用鼠标、手指或笔；橡皮擦去部分笔画。上方的滑块设定笔的粗细。</translation>
    </message>
    <message>
        <source>Write one character at a time, as large as you like and wherever you like: it is scaled and centred before the network gets it.</source>
        <translation>一次写一个字符，大小和位置随意：网络得到它之前会先缩放并居中。</translation>
    </message>
    <message>
        <source>A picture or a file of ink can be opened, pasted or dropped here. An image of a data set, opened from the evaluation, is shown and read as it is, pixel by pixel.</source>
        <translation>可以打开、粘贴图片或笔迹文件，或拖到这里。从评估中打开的数据集图像按原样逐像素显示和识别。</translation>
    </message>
    <message>
        <source>Under a picture you see what was taken as its paper, shadow, lines and ink. Where a step went wrong, change it there: treat the picture as ink on a sheet or on transparent, crop it, keep its lines or shadow, or move the threshold. Each change can be undone.</source>
        <translation>图片下方可以看到哪些被当作纸、阴影、格线和笔迹。哪一步错了就在那里改：把图片当作纸上的或透明底的笔迹，裁剪它，保留格线或阴影，或移动阈值。每项改动都可以撤销。</translation>
    </message>
    <message>
        <source>While one value of a module is explained, the part of the drawing that it can see is outlined here. Maps of the panel that explains the answer can be laid over the drawing, too.</source>
        <translation>解释模块的某个值时，这里勾出它能看到的手写图部分。解释答案的面板中的图也可以叠在手写图上。</translation>
    </message>
    <message>
        <source>Without a mouse, the arrow keys move a crosshair. Hold Space and move it to draw a stroke. What you draw is kept when the program ends, however it ends.</source>
        <translation>没有鼠标时，方向键移动十字线。按住空格并移动即写下一笔。无论程序怎样结束，您写的都会保留。</translation>
    </message>
    <message>
        <source>This strip shows how the drawing becomes the network&apos;s input: the strokes, the tight box around the ink, the ink scaled to 20 × 20 pixels, and the image of 28 × 28 pixels with its centre of mass in the middle. The last one is what the network gets.</source>
        <translation>此条显示手写图怎样变成网络的输入：笔画、笔迹的紧包围框、缩放到 20 × 20 像素的笔迹，以及质心居中的 28 × 28 像素图像。最后一个就是网络得到的。</translation>
    </message>
    <message>
        <source>Point at a pixel to read its value: as a byte from 0 to 255, and as the number after standardising, which is the value that enters the first module.</source>
        <translation>指向一个像素以读取其值：0 到 255 的字节，以及标准化后的数，即进入第一个模块的值。</translation>
    </message>
    <message>
        <source>The class that the network reads, how sure it is, and the second guess. The bars show the probability of every class; together they make 100&#xa0;%.</source>
        <translation>网络读出的类别、置信度和第二猜测。条形显示每个类别的概率；合计 100 %。</translation>
    </message>
    <message>
        <source>&quot;Not sure&quot; means that two classes are close to each other. The drawing is refused when the highest logit is lower than a threshold: then it looks like nothing that the network was trained on.</source>
        <translation>“不确定”表示两个类别很接近。最高的 logit 低于阈值时拒识：这时它不像网络训练过的任何东西。</translation>
    </message>
    <message>
        <source>The row &quot;It was&quot; keeps the drawing as a sample with the right class. Collect a few where the network is wrong, and fine-tune it on them in the panel of your handwriting.</source>
        <translation>“它是”一行把手写图连同正确的类别存为样本。在网络出错处收集几个，再到“我的笔迹”面板用它们微调。</translation>
    </message>
    <message>
        <source>Every module of the network as a card, in the order in which they are called, with its output for the present drawing. The cards follow your pen, and the weights while they are trained.</source>
        <translation>网络的每个模块一张卡片，按调用次序排列，显示它对当前手写图的输出。卡片随笔更新，训练时随权重更新。</translation>
    </message>
    <message>
        <source>Open a card to see the module large.</source>
        <translation>打开卡片可以放大看该模块。</translation>
    </message>
    <message>
        <source>One module, large: its feature maps or values for the present drawing, its filters, its input, and statistics such as the mean and the share of zeros. Maps that are zero for the present drawing are marked. Find dead channels reads 1,000 test images for those that are zero whatever is drawn.</source>
        <translation>放大显示一个模块：它对当前手写图的特征图或值、滤波器、输入，以及均值、零的比例等统计。对当前手写图全为零的特征图有标记。“查找失活通道”读 1,000 幅测试图像，找出无论写什么都为零的通道。</translation>
    </message>
    <message>
        <source>Choose a value to see how it came about: every product of an input and a weight, their sum, the bias, and beside it the value that LibTorch computed. The part of the drawing that it depends on, its receptive field, is outlined on the canvas.</source>
        <translation>选择一个值，看它怎样得来：每个输入与权重的乘积、总和、偏置，旁边是 LibTorch 算出的值。它所依赖的手写图部分，即感受野，在画布上勾出。</translation>
    </message>
    <message>
        <source>Zoom in until the numbers themselves are written in the pixels. The scale of colours can reach over a map, the layer or the whole network: maps can be compared only on one scale.</source>
        <translation>放大到像素中写出数字本身。色阶可以覆盖一幅特征图、一层或整个网络：只有同一色阶的特征图才能比较。</translation>
    </message>
    <message>
        <source>Here a network is composed. Every module is a row, with the shape of its output, its parameters, the multiply-adds of one image and the memory of its output. Blocks hold rows of their own; a Repeat is shown once, with the number of times.</source>
        <translation>在这里搭建网络。每个模块一行，列出输出形状、参数、每幅图像的乘加次数和输出所占内存。块有自己的行；Repeat 只显示一次，并注明次数。</translation>
    </message>
    <message>
        <source>Choose a kind on the left, or type a part of its name and press Return: it goes behind the chosen row. Drag rows to move them. The options of the chosen row stand in it, by PyTorch&apos;s names; sizes that follow from what comes in are never typed.</source>
        <translation>在左边选择种类，或输入其名称的一部分再按 Return：它插在所选行之后。拖动行可以移动。所选行的选项就在行中，用 PyTorch 的名称；由输入决定的大小从不需要输入。</translation>
    </message>
    <message>
        <source>What does not fit is said under the rows, with what came, what was wanted, and buttons that mend it. A warning leaves the network as usable as it is.</source>
        <translation>不匹配之处写在各行下方：输入是什么、应当是什么，以及修正它的按钮。警告不影响网络的使用。</translation>
    </message>
    <message>
        <source>&quot;Use this network&quot; keeps every tensor whose name and shape remain, so a trained network can be grown and trained on. It says before which tensors are new. Undo in the Model menu takes it back. Edits that are not in use yet are kept when the program ends, however it ends.</source>
        <translation>“使用此网络”保留名称和形状不变的每个张量，因此训练过的网络可以扩展后继续训练。它会事先说明哪些张量是新的。“模型”菜单中的“撤销”可以恢复。尚未使用的编辑，无论程序怎样结束都会保留。</translation>
    </message>
    <message>
        <source>The edited network as source code: a module of PyTorch, the short form with nn.Sequential, LibTorch in C++, or what print(model) shows. The lines of the chosen module are marked; click a line to choose its module.</source>
        <translation>所编辑网络的源代码：PyTorch 模块、nn.Sequential 简写、C++ 的 LibTorch，或 print(model) 的输出。所选模块的行有标记；单击一行可选择其模块。</translation>
    </message>
    <message>
        <source>Copy it, save it as a file, or paste source: nn.Sequential(...) and the text of print(model) become the edited network.</source>
        <translation>可以复制、存成文件，或粘贴源代码：nn.Sequential(...) 和 print(model) 的文本会成为所编辑的网络。</translation>
    </message>
    <message>
        <source>All parameters as a table: name, shape, number of values, smallest and largest value, mean, and the norm of the gradient while the network is trained. The histogram shows the values of the one chosen.</source>
        <translation>所有参数的表格：名称、形状、值的个数、最小值和最大值、均值，以及训练时梯度的范数。直方图显示所选参数的值。</translation>
    </message>
    <message>
        <source>Take the check mark of a parameter away to freeze it: training leaves it as it is. This works during a training, too.</source>
        <translation>去掉参数的勾即冻结它：训练不再改变它。训练期间也可以。</translation>
    </message>
    <message>
        <source>Two more pages show the tree of modules, and the forward pass of the present drawing module by module with shapes, cost and time.</source>
        <translation>另有两页显示模块树，以及当前手写图逐模块的前向传播，带形状、开销和时间。</translation>
    </message>
    <message>
        <source>A hook is called whenever its module runs, as in PyTorch: before it or after it, in the forward or in the backward pass. It can look at the values that go by, or change them: set them to zero, fill, scale, clamp, add noise, or put in values from another drawing.</source>
        <translation>与 PyTorch 一样，每当模块运行就调用钩子：在其之前或之后，在前向或反向传播中。它可以观察通过的值，也可以改变它们：置零、填充、缩放、截断、加噪声，或放入另一幅手写图的值。</translation>
    </message>
    <message>
        <source>A hook that changes values also changes the answer, and a training if one runs. The window says so wherever it matters. Switch hooks off one by one, or remove them, to have the plain network again.</source>
        <translation>改变数值的钩子也会改变答案，训练进行时还会改变训练。凡有影响之处窗口都会说明。逐个关闭或删除钩子，就恢复普通的网络。</translation>
    </message>
    <message>
        <source>&quot;What if&quot; sets one channel of a module to zero after another and lists what happens to the answer: so you see which channels it depends on. One click keeps such a change as a hook.</source>
        <translation>“假如”把模块的通道逐个置零，并列出答案怎样变化：由此看出它依赖哪些通道。单击一次可把这种改动保留为钩子。</translation>
    </message>
    <message>
        <source>The log has a line for every call of a hook, with the shape and the statistics of the value.</source>
        <translation>日志为钩子的每次调用写一行，带有值的形状和统计。</translation>
    </message>
    <message>
        <source>Six methods show which pixels the score of a class depends on: from the plain gradient to covering patch after patch. Choose the class to explain; set it against a second one to see what decides between the two.</source>
        <translation>六种方法显示某类别的得分依赖哪些像素：从普通梯度到逐块遮挡。选择要解释的类别；与第二个类别相对，可看出是什么在二者之间作出决定。</translation>
    </message>
    <message>
        <source>The methods ask different questions and need not agree. The table of agreement says how alike their maps are. Trust what several of them show.</source>
        <translation>各方法提出不同的问题，不必一致。一致性表说明它们的图有多相似。几种方法都显示的才可信。</translation>
    </message>
    <message>
        <source>The page of gradients shows how strongly the score depends on the output of every module.</source>
        <translation>梯度页显示得分对每个模块输出的依赖程度。</translation>
    </message>
    <message>
        <source>Train the network on the data that is ticked: MNIST, your handwriting, folders of IDX files, files of ink. A recipe sets everything at once; each option can be changed. Training starts from new weights, and your drawing is read again and again while they learn.</source>
        <translation>用勾选的数据训练网络：MNIST、您的笔迹、IDX 文件夹、笔迹文件。方案一次设定全部选项；每个选项都可以更改。训练从新的权重开始，学习期间不断重读您的手写图。</translation>
    </message>
    <message>
        <source>The curves show the loss, the accuracy and more over the steps of the run. Training and validation drifting apart is overfitting. Zoom with the wheel, and point at a curve to read its values.</source>
        <translation>曲线按步显示运行的损失、准确率等。训练与验证渐行渐远就是过拟合。用滚轮缩放，指向曲线可读取其值。</translation>
    </message>
    <message>
        <source>Pause a run and take single steps. Learning rate, dropout, augmentation and frozen parameters can be changed while it runs; a mark on the curves says when. A stopped run can be resumed where it was stopped, also after the program was closed.</source>
        <translation>可以暂停运行并单步执行。学习率、dropout、数据增强和冻结的参数可以在运行中更改；曲线上有标记说明何时更改。停止的运行可以从停止处继续，关闭程序之后也可以。</translation>
    </message>
    <message>
        <source>The weights before the training are not lost: Undo in the Model menu brings them back exactly.</source>
        <translation>训练前的权重不会丢失：“模型”菜单中的“撤销”可完全恢复。</translation>
    </message>
    <message>
        <source>The size of the gradient at every module while the network is trained, and the gradient of the weights relative to the weights. If it shrinks by orders of magnitude towards the input, the first modules hardly learn; if it grows from step to step, lower the learning rate.</source>
        <translation>训练时每个模块处梯度的大小，以及权重梯度相对于权重。若朝输入方向缩小几个数量级，前面的模块几乎学不到；若逐步增大，请降低学习率。</translation>
    </message>
    <message>
        <source>The history shows the last steps. Point at a module to read its numbers.</source>
        <translation>历史显示最近的步。指向模块可读取其数值。</translation>
    </message>
    <message>
        <source>Reads a whole labelled set with the weights in use and counts. Rows of the confusion matrix are the true classes, columns the answers: what is right lies on the diagonal.</source>
        <translation>用当前权重读整个带标签的集合并计数。混淆矩阵的行是真实类别，列是答案：正确的在对角线上。</translation>
    </message>
    <message>
        <source>Choose a cell to see the images behind it, and an image to put it on the canvas and look at it in every other panel.</source>
        <translation>选择单元格可看其背后的图像，选择图像可把它放到画布上，并在其他各面板中查看。</translation>
    </message>
    <message>
        <source>For every class there are precision, recall and F1. The calibration page compares how sure the network is with how often it is right: on the diagonal, 90&#xa0;% sure is right nine times out of ten.</source>
        <translation>每个类别都有精确率、召回率和 F1。校准页比较网络的置信度与实际正确率：在对角线上，置信度 90 % 即十次对九次。</translation>
    </message>
    <message>
        <source>Every training is kept here with its settings, curves and checkpoints. Name it, and note what you tried and what came of it.</source>
        <translation>每次训练连同设置、曲线和检查点都保存在这里。可以给它命名，并记下您试了什么、结果如何。</translation>
    </message>
    <message>
        <source>Choose two runs to compare their settings and results. Show the curves of older runs beside the running one.</source>
        <translation>选择两个运行可比较其设置和结果。可在当前运行旁显示旧运行的曲线。</translation>
    </message>
    <message>
        <source>Move the slider through the checkpoints of a run: your drawing is read by the weights of that step. Use a checkpoint&apos;s weights, or resume the run where it was stopped.</source>
        <translation>移动滑块经过运行的各检查点：用那一步的权重识别您的手写图。可以使用某个检查点的权重，或从停止处继续运行。</translation>
    </message>
    <message>
        <source>A run that is deleted goes to the trash first and can be brought back.</source>
        <translation>删除的运行先进回收站，可以恢复。</translation>
    </message>
    <message>
        <source>The drawings that you kept with their class, in the answer&apos;s row &quot;It was&quot;. Those that the network misreads are marked. Give them another class, remove them, import and export them.</source>
        <translation>您在答案的“它是”一行中连同类别保存的手写图。网络读错的有标记。可以改类别、删除、导入和导出。</translation>
    </message>
    <message>
        <source>&quot;Teach it my hand&quot; fine-tunes the weights in use on your samples, which takes seconds. A part of the samples is kept back. The report says what was gained on those, and what was lost on the test set. All of it can be undone exactly.</source>
        <translation>“教它认我的笔迹”用您的样本微调当前权重，只需几秒。一部分样本会留出。报告说明在这些样本上的进步，以及在测试集上的损失。全部可以完全撤销。</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move the crosshair: with Shift in fine steps, with Ctrl in long ones</source>
        <translation>移动十字线：加 Shift 为微移，加 Ctrl 为大步</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Draw while it is held and the crosshair moves</source>
        <translation>按住并移动十字线即为书写</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>Put the pen down, or lift it</source>
        <translation>落笔，或提笔</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Drop the stroke that is being drawn</source>
        <translation>放弃正在写的笔画</translation>
    </message>
    <message>
        <source>Go from pixel to pixel and read its value</source>
        <translation>逐像素移动并读取其值</translation>
    </message>
    <message>
        <source>Let go of the pixel</source>
        <translation>放开像素</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Left、Right</translation>
    </message>
    <message>
        <source>Go from module to module</source>
        <translation>逐模块移动</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>Go to the first or the last module</source>
        <translation>转到第一个或最后一个模块</translation>
    </message>
    <message>
        <source>Open the module</source>
        <translation>打开模块</translation>
    </message>
    <message>
        <source>Go from value to value and see how each came about</source>
        <translation>逐个值移动，看每个怎样得来</translation>
    </message>
    <message>
        <source>+, −, 0</source>
        <translation>+、−、0</translation>
    </message>
    <message>
        <source>Larger, smaller, all of it</source>
        <translation>放大、缩小、全部</translation>
    </message>
    <message>
        <source>Show the chosen map alone, or all maps again</source>
        <translation>单独显示所选特征图，或重新显示全部</translation>
    </message>
    <message>
        <source>Let go of the value, or show all maps again</source>
        <translation>放开值，或重新显示所有特征图</translation>
    </message>
    <message>
        <source>Freeze the chosen parameters, or train them again</source>
        <translation>冻结所选参数，或恢复训练它们</translation>
    </message>
    <message>
        <source>Left, Right, Home, End</source>
        <translation>Left、Right、Home、End</translation>
    </message>
    <message>
        <source>In the histogram: go from bin to bin and read it</source>
        <translation>在直方图中：逐个区间移动并读取</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Ctrl+C</translation>
    </message>
    <message>
        <source>Copy the chosen rows</source>
        <translation>复制所选的行</translation>
    </message>
    <message>
        <source>Switch the chosen hooks on or off</source>
        <translation>打开或关闭所选的钩子</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Remove the chosen hooks</source>
        <translation>删除所选的钩子</translation>
    </message>
    <message>
        <source>Ctrl+Up, Ctrl+Down</source>
        <translation>Ctrl+Up、Ctrl+Down</translation>
    </message>
    <message>
        <source>Move the hook: they are called in the order of the list</source>
        <translation>移动钩子：它们按列表次序调用</translation>
    </message>
    <message>
        <source>Ctrl+Z, Ctrl+Shift+Z</source>
        <translation>Ctrl+Z、Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Undo and redo a change of the hooks</source>
        <translation>撤销和重做钩子的改动</translation>
    </message>
    <message>
        <source>Return, Esc</source>
        <translation>Return、Esc</translation>
    </message>
    <message>
        <source>In the form: add the hook, or close the form</source>
        <translation>在表单中：添加钩子，或关闭表单</translation>
    </message>
    <message>
        <source>In the log: copy the chosen lines</source>
        <translation>在日志中：复制所选的行</translation>
    </message>
    <message>
        <source>0 … 9</source>
        <translation>0 … 9</translation>
    </message>
    <message>
        <source>Explain the class of this number</source>
        <translation>解释此编号的类别</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Explain the answer</source>
        <translation>解释答案</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>方向键、Home、End</translation>
    </message>
    <message>
        <source>Go from method to method, from pixel to pixel or from module to module</source>
        <translation>在方法、像素或模块之间移动</translation>
    </message>
    <message>
        <source>Alt+Up, Alt+Down</source>
        <translation>Alt+Up、Alt+Down</translation>
    </message>
    <message>
        <source>Move the chosen modules up or down</source>
        <translation>上移或下移所选模块</translation>
    </message>
    <message>
        <source>Alt+Left, Alt+Right</source>
        <translation>Alt+Left、Alt+Right</translation>
    </message>
    <message>
        <source>Move the chosen modules out of their block, or into the one beside them</source>
        <translation>把所选模块移出其块，或移入旁边的块</translation>
    </message>
    <message>
        <source>F2</source>
        <translation>F2</translation>
    </message>
    <message>
        <source>Rename the module</source>
        <translation>重命名模块</translation>
    </message>
    <message>
        <source>On a row: go to its options. On a kind: insert it behind the chosen module</source>
        <translation>在行上：转到其选项。在种类上：插到所选模块之后</translation>
    </message>
    <message>
        <source>Go back from the options to the row</source>
        <translation>从选项回到行</translation>
    </message>
    <message>
        <source>Remove the chosen modules</source>
        <translation>删除所选模块</translation>
    </message>
    <message>
        <source>Ctrl+X, Ctrl+C, Ctrl+V</source>
        <translation>Ctrl+X、Ctrl+C、Ctrl+V</translation>
    </message>
    <message>
        <source>Cut, copy and paste modules; paste nn.Sequential(...) or the text of print(model), too</source>
        <translation>剪切、复制和粘贴模块；也可粘贴 nn.Sequential(...) 或 print(model) 的文本</translation>
    </message>
    <message>
        <source>Undo and redo an edit of the network</source>
        <translation>撤销和重做网络的编辑</translation>
    </message>
    <message>
        <source>On the curves: read them step by step; with Page Up and Page Down in long steps</source>
        <translation>在曲线上：逐步读取；Page Up 和 Page Down 为大步</translation>
    </message>
    <message>
        <source>Shift+Left, Shift+Right</source>
        <translation>Shift+Left、Shift+Right</translation>
    </message>
    <message>
        <source>On the curves: move what is zoomed in</source>
        <translation>在曲线上：移动放大的部分</translation>
    </message>
    <message>
        <source>On the curves: zoom in, zoom out, show the whole run</source>
        <translation>在曲线上：放大、缩小、显示整个运行</translation>
    </message>
    <message>
        <source>In the list of data: take the chosen ones out; the files stay</source>
        <translation>在数据列表中：去掉所选的；文件仍在</translation>
    </message>
    <message>
        <source>In the table of epochs: copy the chosen rows</source>
        <translation>在轮次表中：复制所选的行</translation>
    </message>
    <message>
        <source>Up, Down, Home, End</source>
        <translation>Up、Down、Home、End</translation>
    </message>
    <message>
        <source>Go from module to module and read its numbers</source>
        <translation>逐模块移动并读取其数值</translation>
    </message>
    <message>
        <source>Go from cell to cell, from image to image, from bar to bar</source>
        <translation>逐个单元格、图像或条形移动</translation>
    </message>
    <message>
        <source>On a cell: go to its images. On an image: put it on the canvas</source>
        <translation>在单元格上：转到其图像。在图像上：放到画布上</translation>
    </message>
    <message>
        <source>Let go of the cell</source>
        <translation>放开单元格</translation>
    </message>
    <message>
        <source>Copy the matrix, or the chosen rows of a table</source>
        <translation>复制矩阵，或表格中所选的行</translation>
    </message>
    <message>
        <source>Show or hide the chosen runs in the curves</source>
        <translation>在曲线中显示或隐藏所选的运行</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>重命名运行</translation>
    </message>
    <message>
        <source>Move the chosen runs to the trash</source>
        <translation>把所选的运行移到回收站</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Bring back the runs that were moved to the trash</source>
        <translation>恢复移到回收站的运行</translation>
    </message>
    <message>
        <source>On the slider: go from checkpoint to checkpoint</source>
        <translation>在滑块上：逐个检查点移动</translation>
    </message>
    <message>
        <source>Leave the checkpoints and read with the current weights</source>
        <translation>离开检查点，用当前权重识别</translation>
    </message>
    <message>
        <source>Give the chosen samples the class of this name</source>
        <translation>给所选样本设为此名称的类别</translation>
    </message>
    <message>
        <source>Put the sample on the canvas</source>
        <translation>把样本放到画布上</translation>
    </message>
    <message>
        <source>Remove the chosen samples</source>
        <translation>删除所选样本</translation>
    </message>
    <message>
        <source>Undo the last change of the samples</source>
        <translation>撤销样本的上一次改动</translation>
    </message>
    <message>
        <source>Step by step through what a network is made of. Each step says what to do; the part of the window that it speaks of gets a frame, and the program sees by itself when it is done.</source>
        <translation>一步一步了解网络由什么组成。每一步说明要做什么；它所说的窗口部分会加上边框，完成时程序自己会看到。</translation>
    </message>
    <message>
        <source>&quot;Show me&quot; does a step before your eyes. Skip it, go back, or take back what the lesson changed: drawing, weights, hooks, frozen parameters and the edited network. Lessons of your own are files.</source>
        <translation>“演示”会当着您的面完成一步。可以跳过、返回，或撤回课程所改变的内容：手写图、权重、钩子、冻结的参数和编辑中的网络。自己的课程是文件。</translation>
    </message>
    <message>
        <source>In the row of a number: go from character to character</source>
        <translation>在数字串的行中：逐个字符移动</translation>
    </message>
    <message>
        <source>In the row of a number: say what the character in focus was</source>
        <translation>在数字串的行中：说明焦点字符是什么</translation>
    </message>
</context>
<context>
    <name>glyphscope::HelpText</name>
    <message>
        <source>First minutes</source>
        <translation>最初几分钟</translation>
    </message>
    <message>
        <source>Write a character on the canvas, as you would on paper. The answer beside it follows your pen: what the network reads, how sure it is, and what it would guess second.</source>
        <translation>像在纸上那样在画布上写一个字符。旁边的答案随笔更新：网络读出什么、有多大把握、第二猜测是什么。</translation>
    </message>
    <message>
        <source>The strip near the canvas shows the small image that the network gets. The chain of cards below shows what each of its modules makes of it.</source>
        <translation>画布旁的条显示网络得到的小图像。下方的一串卡片显示每个模块对它做了什么。</translation>
    </message>
    <message>
        <source>To look inside, press Ctrl+3. Choose a module, choose a value in it, and read how that value came about, number by number.</source>
        <translation>要看内部，请按 Ctrl+3。选择一个模块，再选择其中一个值，逐个数字地看它怎样得来。</translation>
    </message>
    <message>
        <source>To compose a network of your own, press Ctrl+4. Add modules, see at once whether they fit, and use what comes of it.</source>
        <translation>要搭建自己的网络，请按 Ctrl+4。添加模块，立刻看到是否匹配，并使用得到的网络。</translation>
    </message>
    <message>
        <source>To train, press Ctrl+2 and then the button Train. Your drawing is read again and again while the network learns. Ctrl+1 leads back to the large canvas.</source>
        <translation>要训练，请按 Ctrl+2，再按“训练”按钮。网络学习期间不断重读您的手写图。Ctrl+1 回到大画布。</translation>
    </message>
    <message>
        <source>Is an answer wrong? Say what the drawing was, in the row under the answer. After a few such samples the network can learn your handwriting.</source>
        <translation>答案错了？请在答案下方的一行中说明写的是什么。有了几个这样的样本，网络就能学习您的笔迹。</translation>
    </message>
    <message>
        <source>Try everything; nothing is lost. Ctrl+Z takes strokes back, and the Model menu takes back weights that were trained or opened. Reset layout in the View menu puts the panels back in their places.</source>
        <translation>尽管尝试，什么都不会丢失。Ctrl+Z 撤回笔画，“模型”菜单撤回训练或打开的权重。“视图”菜单中的“重置布局”把面板放回原处。</translation>
    </message>
    <message>
        <source>F1 opens this help at the panel that you are working in, and here on the canvas. Words such as logit, stride or hook are in the glossary; type one in the field above.</source>
        <translation>F1 在您所用的面板处打开此帮助，在画布上则打开这里。logit、步幅、钩子等词见术语表；请在上方输入框中输入。</translation>
    </message>
    <message>
        <source>About Glyphscope</source>
        <translation>关于 Glyphscope</translation>
    </message>
    <message>
        <source>Glyphscope %1</source>
        <translation>Glyphscope %1</translation>
    </message>
    <message>
        <source>Write a character, watch a convolutional network read it, train it, take it apart.</source>
        <translation>写一个字符，看卷积网络识别它，训练它，拆开它。</translation>
    </message>
    <message>
        <source>Glyphscope is free software under the GNU General Public License, version 3 or later. It is built on Qt and LibTorch.</source>
        <translation>Glyphscope 是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。它基于 Qt 和 LibTorch。</translation>
    </message>
    <message>
        <source>The weights that come with it were trained by this program on MNIST, a data set of handwritten digits by LeCun, Cortes and Burges. How they were made is written beside them.</source>
        <translation>自带的权重由本程序用 MNIST 训练，即 LeCun、Cortes 和 Burges 的手写数字数据集。制作方法写在它们旁边。</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Everything can be done with the keyboard. These keys work anywhere in the window; the others work in the panel that has the focus.</source>
        <translation>一切都可以用键盘完成。这些按键在窗口中处处有效；其余的在有焦点的面板中有效。</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>Go to the next or the previous control</source>
        <translation>转到下一个或上一个控件</translation>
    </message>
    <message>
        <source>Alt and a letter</source>
        <translation>Alt 加字母</translation>
    </message>
    <message>
        <source>Open the menu, or go to the control, with this letter underlined</source>
        <translation>打开带下划线字母的菜单，或转到该控件</translation>
    </message>
    <message>
        <source>Alt and a digit</source>
        <translation>Alt 加数字</translation>
    </message>
    <message>
        <source>Keep the drawing as a sample of the class of this name</source>
        <translation>把手写图存为此名称类别的样本</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Close the help, a menu or a message</source>
        <translation>关闭帮助、菜单或消息</translation>
    </message>
    <message>
        <source>Several characters beside each other are read as a number. The brackets on the canvas show what belongs together, and the row in the answer shows each character: click one, here or there, to see it in all panels, click between two to join them, double-click one to divide it. Choose below the row what the one in focus was, if it was read wrongly, and keep them all as samples of your hand.</source>
        <translation>并排的几个字符作为数字串识别。画布上的括号显示哪些笔画属于一起，答案中的行显示每个字符：在任一处单击一个字符，所有面板都显示它；单击两个字符之间可合并它们；双击一个可把它分开。识别错误时，在行的下方选择焦点字符是什么，并把它们全部保存为您的笔迹样本。</translation>
    </message>
</context>
<context>
    <name>glyphscope::HintLine</name>
    <message>
        <source>Do not show this hint again</source>
        <translation>不再显示此提示</translation>
    </message>
    <message>
        <source>Dismiss the hint</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>glyphscope::HintsController</name>
    <message>
        <source>Click a bar to see where its percentage comes from.</source>
        <translation>单击条形，看它的百分比从何而来。</translation>
    </message>
    <message>
        <source>Double-click a card below to see inside the network.</source>
        <translation>双击下面的卡片，看网络内部。</translation>
    </message>
    <message>
        <source>To teach a new network, choose the layout Train above and press Train there.</source>
        <translation>要教一个新网络，请选上方的“训练”布局，再按其中的“训练”。</translation>
    </message>
</context>
<context>
    <name>glyphscope::HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>How often the values occur, from the smallest to the largest; the line is their mean</source>
        <translation>值出现的频率，从最小到最大；竖线是均值</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2: %Ln value(s), %3</source>
        <translation>
            <numerusform>%1 到 %2：%Ln 个值，%3</numerusform>
        </translation>
    </message>
    <message>
        <source>Its values have not been counted yet</source>
        <translation>尚未统计其值</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) in the fullest of %1 bins</source>
        <translation>
            <numerusform>%1 个区间中最满的有 %Ln 个值</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::HookActionsText</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What every value becomes</source>
        <translation>每个值变成什么</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Nothing is below this afterwards</source>
        <translation>之后没有值低于它</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>How far the noise strays, one standard deviation</source>
        <translation>噪声的偏离程度，一个标准差</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Nothing is above this afterwards</source>
        <translation>之后没有值高于它</translation>
    </message>
    <message>
        <source>What if %1&apos;s filter %2 were gone</source>
        <translation>假如 %1 的滤波器 %2 不存在</translation>
    </message>
    <message>
        <source>Noise on %1</source>
        <translation>给 %1 加噪声</translation>
    </message>
    <message>
        <source>Clamp %1 to 1</source>
        <translation>把 %1 截断到 1</translation>
    </message>
    <message>
        <source>Observe everything</source>
        <translation>观察一切</translation>
    </message>
    <message>
        <source>0 takes the values away, 1 leaves them, −1 turns them round</source>
        <translation>0 去掉值，1 保持不变，−1 取反</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookBadge</name>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Switch these hooks off; they stay in the list</source>
        <translation>关闭这些钩子；它们留在列表中</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show the hook in its panel</source>
        <translation>在其面板中显示钩子</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookChipText</name>
    <message>
        <source>Switch off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show in Hooks</source>
        <translation>在“钩子”中显示</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookDocumentText</name>
    <message>
        <source>Add: %1</source>
        <translation>添加：%1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n hook(s)</source>
        <translation>
            <numerusform>删除 %n 个钩子</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>删除：%1</translation>
    </message>
    <message>
        <source>Move: %1</source>
        <translation>移动：%1</translation>
    </message>
    <message>
        <source>Duplicate: %1</source>
        <translation>复制一份：%1</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>更改：%1</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookForm</name>
    <message>
        <source>A global hook: called around every module</source>
        <translation>全局钩子：围绕每个模块调用</translation>
    </message>
    <message>
        <source>Reading a drawing makes no backward pass: it is called only while training</source>
        <translation>识别手写图时没有反向传播：只在训练时调用</translation>
    </message>
    <message>
        <source>Runs when the window reads a drawing</source>
        <translation>窗口识别手写图时运行</translation>
    </message>
    <message>
        <source>Keep a drawing as donor first</source>
        <translation>请先留一幅手写图作供体</translation>
    </message>
    <message>
        <source>Put the hook in</source>
        <translation>放入钩子</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>The module that the hook is on</source>
        <translation>钩子所在的模块</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>The only channel (of a vector: value) that is touched</source>
        <translation>唯一受影响的通道（对向量：值）</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>所有通道</translation>
    </message>
    <message>
        <source>Channel </source>
        <translation>通道 </translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed gives the same noise</source>
        <translation>种子相同则噪声相同</translation>
    </message>
    <message>
        <source>Donor</source>
        <translation>供体</translation>
    </message>
    <message>
        <source>The donor, 28 by 28</source>
        <translation>供体，28 乘 28</translation>
    </message>
    <message>
        <source>Keep drawing</source>
        <translation>留作供体</translation>
    </message>
    <message>
        <source>Keep this drawing as donor</source>
        <translation>把这幅手写图留作供体</translation>
    </message>
    <message>
        <source>Keep this drawing as donor: this hook takes its values from it</source>
        <translation>把这幅手写图留作供体：此钩子从中取值</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>识别时</translation>
    </message>
    <message>
        <source>While predicting</source>
        <translation>识别时</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>While training</source>
        <translation>训练时</translation>
    </message>
    <message>
        <source>Runs in every training step, which is slower with hooks than without</source>
        <translation>在每个训练步运行，有钩子比没有慢</translation>
    </message>
    <message>
        <source>In front</source>
        <translation>放在前面</translation>
    </message>
    <message>
        <source>Runs before the hooks of its kind that are there already, as prepend does</source>
        <translation>在已有的同类钩子之前运行，同 prepend</translation>
    </message>
    <message>
        <source>Add hook</source>
        <translation>添加钩子</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookLogModel</name>
    <message>
        <source>Call %1 of hook %2
%3</source>
        <translation>钩子 %2 的第 %1 次调用
%3</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>传播</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookLogPage</name>
    <message>
        <source>To the end</source>
        <translation>到末尾</translation>
    </message>
    <message>
        <source>Show the newest line and follow the log again</source>
        <translation>显示最新一行并重新跟随日志</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>Only lines that hold every one of these words</source>
        <translation>只显示含有所有这些词的行</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Only calls of hooks of this kind</source>
        <translation>只显示此种钩子的调用</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有种类</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Only calls at this module</source>
        <translation>只显示此模块处的调用</translation>
    </message>
    <message>
        <source>All modules</source>
        <translation>所有模块</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused, the log stands still and hooks call for less work</source>
        <translation>暂停时日志静止，钩子的开销更小</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Forget all lines</source>
        <translation>忘掉所有行</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the lines shown as CSV</source>
        <translation>把所示的行存成 CSV</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>No line passes the filter.</source>
        <translation>没有行通过过滤。</translation>
    </message>
    <message>
        <source>Paused. Resume to see the calls of the hooks.</source>
        <translation>已暂停。继续即可看到钩子的调用。</translation>
    </message>
    <message>
        <source>Every call of a hook is a line here. Add a hook, then write a digit or train.</source>
        <translation>钩子的每次调用在此为一行。请添加钩子，再写数字或训练。</translation>
    </message>
    <message>
        <source>The newest %1 lines</source>
        <translation>最新的 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookNotice</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookPanel</name>
    <message>
        <source>Hooks</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>Your hooks and what they do to the answer</source>
        <translation>您的钩子及其对答案的影响</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Every call of a hook, line by line</source>
        <translation>钩子的每次调用，逐行列出</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>假如</translation>
    </message>
    <message>
        <source>What the answer would be without each channel</source>
        <translation>没有某个通道时答案会怎样</translation>
    </message>
    <message>
        <source>With its hooks the training takes %1 images per second, without them %2.</source>
        <translation>有钩子时训练每秒 %1 幅图像，没有时 %2 幅。</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookTable</name>
    <message>
        <source>Hooks</source>
        <translation>钩子</translation>
    </message>
    <message>
        <source>Switch on or off	Space</source>
        <translation>打开或关闭	Space</translation>
    </message>
    <message>
        <source>Move up	Ctrl+Up</source>
        <translation>上移	Ctrl+Up</translation>
    </message>
    <message>
        <source>Move down	Ctrl+Down</source>
        <translation>下移	Ctrl+Down</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Remove	Del</source>
        <translation>删除	Del</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookTableModel</name>
    <message>
        <source>not called yet</source>
        <translation>尚未调用</translation>
    </message>
    <message>
        <source>reading makes no backward pass</source>
        <translation>识别时没有反向传播</translation>
    </message>
    <message>
        <source>Runs when the window reads a drawing</source>
        <translation>窗口识别手写图时运行</translation>
    </message>
    <message>
        <source>Runs in every training step, which is slower with hooks than without</source>
        <translation>在每个训练步运行，有钩子比没有慢</translation>
    </message>
    <message>
        <source>Switched off.</source>
        <translation>已关闭。</translation>
    </message>
    <message>
        <source>Runs as number %1 of %2 of this kind here (global ones first).</source>
        <translation>在此处的同类中第 %1 个运行，共 %2 个（全局的在先）。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1 each. Last value: %2.</source>
        <translation>
            <numerusform>%Ln 次调用，每次 %1。最近的值：%2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1 each. Last value: %2, %3, %4.</source>
        <translation>
            <numerusform>%Ln 次调用，每次 %1。最近的值：%2，%3，%4。</numerusform>
        </translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用次数</translation>
    </message>
    <message>
        <source>Mean time</source>
        <translation>平均时间</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>最近的值</translation>
    </message>
    <message>
        <source>Switch a hook on or off (Space); its number in the list</source>
        <translation>打开或关闭钩子（空格）；其在列表中的编号</translation>
    </message>
    <message>
        <source>When in a pass the hook is called</source>
        <translation>在传播的何时调用钩子</translation>
    </message>
    <message>
        <source>The module that the hook is on</source>
        <translation>钩子所在的模块</translation>
    </message>
    <message>
        <source>What the hook does to the value it is given</source>
        <translation>钩子对得到的值做什么</translation>
    </message>
    <message>
        <source>Runs in every training step</source>
        <translation>在每个训练步运行</translation>
    </message>
    <message>
        <source>Calls since the hooks last changed</source>
        <translation>钩子上次改动以来的调用次数</translation>
    </message>
    <message>
        <source>Of the hook&apos;s own work, per call</source>
        <translation>钩子自身的工作，每次调用</translation>
    </message>
    <message>
        <source>Mean ± deviation and range of the last value, after the hook</source>
        <translation>最近的值在钩子之后的均值 ± 标准差和范围</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookText</name>
    <message>
        <source>A hook on %1 sets its input to zero.</source>
        <translation>%1 上的钩子把其输入置零。</translation>
    </message>
    <message>
        <source>A hook on %1 sets its output to zero.</source>
        <translation>%1 上的钩子把其输出置零。</translation>
    </message>
    <message>
        <source>A hook on %1 sets its input to %2.</source>
        <translation>%1 上的钩子把其输入设为 %2。</translation>
    </message>
    <message>
        <source>A hook on %1 sets its output to %2.</source>
        <translation>%1 上的钩子把其输出设为 %2。</translation>
    </message>
    <message>
        <source>A hook on %1 multiplies its input by %2.</source>
        <translation>%1 上的钩子把其输入乘以 %2。</translation>
    </message>
    <message>
        <source>A hook on %1 multiplies its output by %2.</source>
        <translation>%1 上的钩子把其输出乘以 %2。</translation>
    </message>
    <message>
        <source>A hook on %1 keeps its input between %2 and %3.</source>
        <translation>%1 上的钩子把其输入限制在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>A hook on %1 keeps its output between %2 and %3.</source>
        <translation>%1 上的钩子把其输出限制在 %2 到 %3 之间。</translation>
    </message>
    <message>
        <source>A hook on %1 adds noise of deviation %2 to its input.</source>
        <translation>%1 上的钩子给其输入加标准差为 %2 的噪声。</translation>
    </message>
    <message>
        <source>A hook on %1 adds noise of deviation %2 to its output.</source>
        <translation>%1 上的钩子给其输出加标准差为 %2 的噪声。</translation>
    </message>
    <message>
        <source>A hook on %1 replaces its input by that of another drawing.</source>
        <translation>%1 上的钩子用另一幅手写图的输入替换其输入。</translation>
    </message>
    <message>
        <source>A hook on %1 replaces its output by that of another drawing.</source>
        <translation>%1 上的钩子用另一幅手写图的输出替换其输出。</translation>
    </message>
    <message>
        <source>A hook on %1 sets channel %2 of its input to zero.</source>
        <translation>%1 上的钩子把其输入的通道 %2 置零。</translation>
    </message>
    <message>
        <source>A hook on %1 sets channel %2 to zero.</source>
        <translation>%1 上的钩子把通道 %2 置零。</translation>
    </message>
    <message>
        <source>A hook on %1 sets channel %2 of its input to %3.</source>
        <translation>%1 上的钩子把其输入的通道 %2 设为 %3。</translation>
    </message>
    <message>
        <source>A hook on %1 sets channel %2 to %3.</source>
        <translation>%1 上的钩子把通道 %2 设为 %3。</translation>
    </message>
    <message>
        <source>A hook on %1 multiplies channel %2 of its input by %3.</source>
        <translation>%1 上的钩子把其输入的通道 %2 乘以 %3。</translation>
    </message>
    <message>
        <source>A hook on %1 multiplies channel %2 by %3.</source>
        <translation>%1 上的钩子把通道 %2 乘以 %3。</translation>
    </message>
    <message>
        <source>A hook on %1 keeps channel %2 of its input between %3 and %4.</source>
        <translation>%1 上的钩子把其输入的通道 %2 限制在 %3 到 %4 之间。</translation>
    </message>
    <message>
        <source>A hook on %1 keeps channel %2 between %3 and %4.</source>
        <translation>%1 上的钩子把通道 %2 限制在 %3 到 %4 之间。</translation>
    </message>
    <message>
        <source>A hook on %1 adds noise of deviation %3 to channel %2 of its input.</source>
        <translation>%1 上的钩子给其输入的通道 %2 加标准差为 %3 的噪声。</translation>
    </message>
    <message>
        <source>A hook on %1 adds noise of deviation %3 to channel %2.</source>
        <translation>%1 上的钩子给通道 %2 加标准差为 %3 的噪声。</translation>
    </message>
    <message>
        <source>A hook on %1 replaces channel %2 of its input by that of another drawing.</source>
        <translation>%1 上的钩子用另一幅手写图的值替换其输入的通道 %2。</translation>
    </message>
    <message>
        <source>A hook on %1 replaces channel %2 by that of another drawing.</source>
        <translation>%1 上的钩子用另一幅手写图的值替换通道 %2。</translation>
    </message>
    <message>
        <source>every module</source>
        <comment>a hook on it</comment>
        <translation>每个模块</translation>
    </message>
    <message numerus="yes">
        <source>%n hook(s) change what the network gives.</source>
        <translation>
            <numerusform>%n 个钩子改变了网络的输出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %n hook(s): %1, %2.</source>
        <translation>
            <numerusform>没有这 %n 个钩子：%1，%2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without %n hook(s): none of the classes, nearest %1, %2.</source>
        <translation>
            <numerusform>没有这 %n 个钩子：不属于任何类别，最接近 %1，%2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::HookTools</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Duplicate the chosen hook</source>
        <translation>把所选钩子复制一份</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the chosen hooks (Del)</source>
        <translation>删除所选的钩子（Del）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Add a hook: choose its kind, its module and what it does</source>
        <translation>添加钩子：选择其种类、模块和作用</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Ready-made hooks to try</source>
        <translation>可供尝试的现成钩子</translation>
    </message>
    <message>
        <source>Keep this drawing as donor</source>
        <translation>把这幅手写图留作供体</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>撤销：%1（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Shift+Z)</source>
        <translation>重做：%1（Ctrl+Shift+Z）</translation>
    </message>
</context>
<context>
    <name>glyphscope::HookWordsText</name>
    <message>
        <source>channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>Forward pre</source>
        <translation>前向前</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>Full backward pre</source>
        <translation>完整反向前</translation>
    </message>
    <message>
        <source>Full backward</source>
        <translation>完整反向</translation>
    </message>
    <message>
        <source>Called before the module with its input, which it may replace</source>
        <translation>在模块之前带其输入调用，可替换输入</translation>
    </message>
    <message>
        <source>Called after the module with its output, which it may replace</source>
        <translation>在模块之后带其输出调用，可替换输出</translation>
    </message>
    <message>
        <source>Called on the way back with the gradient of the output, which it may replace</source>
        <translation>反向传播时带输出的梯度调用，可替换它</translation>
    </message>
    <message>
        <source>Called on the way back with the gradient of the input, which it may replace</source>
        <translation>反向传播时带输入的梯度调用，可替换它</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>置零</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Clamp</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Add noise</source>
        <translation>加噪声</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>小块</translation>
    </message>
    <message>
        <source>Only looks: nothing is changed</source>
        <translation>只看：不改变任何东西</translation>
    </message>
    <message>
        <source>Puts zeros in place of the values</source>
        <translation>用零代替各值</translation>
    </message>
    <message>
        <source>Puts one number in place of the values</source>
        <translation>用一个数代替各值</translation>
    </message>
    <message>
        <source>Multiplies the values by a number</source>
        <translation>把各值乘以一个数</translation>
    </message>
    <message>
        <source>Cuts the values off below and above</source>
        <translation>把各值限制在上下限之内</translation>
    </message>
    <message>
        <source>Adds Gaussian noise, the same in every pass</source>
        <translation>加高斯噪声，每次传播都相同</translation>
    </message>
    <message>
        <source>Takes the values that another drawing, the donor, had here</source>
        <translation>取另一幅手写图（供体）在此处的值</translation>
    </message>
    <message>
        <source>every module</source>
        <translation>每个模块</translation>
    </message>
    <message>
        <source>%1&apos;s input</source>
        <translation>%1 的输入</translation>
    </message>
    <message>
        <source>%1&apos;s output</source>
        <translation>%1 的输出</translation>
    </message>
    <message>
        <source>the gradient of %1&apos;s output</source>
        <translation>%1 输出的梯度</translation>
    </message>
    <message>
        <source>the gradient of %1&apos;s input</source>
        <translation>%1 输入的梯度</translation>
    </message>
    <message>
        <source>observe</source>
        <translation>观察</translation>
    </message>
    <message>
        <source>observe %1</source>
        <translation>观察%1</translation>
    </message>
    <message>
        <source>zero all of it</source>
        <translation>全部置零</translation>
    </message>
    <message>
        <source>zero %1</source>
        <translation>把%1 置零</translation>
    </message>
    <message>
        <source>fill with %1</source>
        <translation>填充为 %1</translation>
    </message>
    <message>
        <source>fill %1 with %2</source>
        <translation>把%1 填充为 %2</translation>
    </message>
    <message>
        <source>scale by %1</source>
        <translation>乘以 %1</translation>
    </message>
    <message>
        <source>scale %1 by %2</source>
        <translation>把%1 乘以 %2</translation>
    </message>
    <message>
        <source>clamp into [%1, %2]</source>
        <translation>截断到 [%1, %2]</translation>
    </message>
    <message>
        <source>clamp %1 into [%2, %3]</source>
        <translation>把%1 截断到 [%2, %3]</translation>
    </message>
    <message>
        <source>add noise of %1</source>
        <translation>加噪声 %1</translation>
    </message>
    <message>
        <source>add noise of %1 to %2</source>
        <translation>给%2 加噪声 %1</translation>
    </message>
    <message>
        <source>patch from another drawing</source>
        <translation>用另一幅手写图替换</translation>
    </message>
    <message>
        <source>patch %1 from another drawing</source>
        <translation>把%1 换成另一幅手写图的</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>add noise of deviation %1 to %2</source>
        <translation>给%2 加标准差为 %1 的噪声</translation>
    </message>
    <message>
        <source>replace %1 by another drawing&apos;s</source>
        <translation>把%1 换成另一幅手写图的</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>predicting and training</source>
        <translation>识别和训练时</translation>
    </message>
    <message>
        <source>predicting</source>
        <translation>识别时</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>None (no gradient flows there)</source>
        <translation>无（没有梯度流到那里）</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>非有限</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1, %2 not finite</source>
        <translation>%1，%2 个非有限</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>&gt; 99 %</source>
        <translation>&gt; 99 %</translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <translation>&lt; 1 %</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>what a hook does, as a sentence</comment>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>glyphscope::HooksPage</name>
    <message>
        <source>Write a digit first: there is no drawing to keep.</source>
        <translation>请先写一个数字：没有可留的手写图。</translation>
    </message>
    <message>
        <source>Kept the %1. A hook that patches takes its values from it.</source>
        <translation>已留下 %1。替换类的钩子从中取值。</translation>
    </message>
    <message numerus="yes">
        <source>%n hook(s)</source>
        <translation>
            <numerusform>%n 个钩子</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>Donor: read as %1.</source>
        <translation>供体：读作 %1。</translation>
    </message>
    <message>
        <source>Donor: from the last session.</source>
        <translation>供体：来自上次会话。</translation>
    </message>
    <message>
        <source>No donor kept yet.</source>
        <translation>还没有供体。</translation>
    </message>
    <message>
        <source>Without hooks: %1</source>
        <translation>无钩子：%1</translation>
    </message>
    <message>
        <source>With hooks: %1</source>
        <translation>有钩子：%1</translation>
    </message>
    <message>
        <source>What the hooks do to the answer</source>
        <translation>钩子对答案的影响</translation>
    </message>
    <message>
        <source>Write a digit to see what the hooks do to the answer.</source>
        <translation>写一个数字，看钩子对答案的影响。</translation>
    </message>
</context>
<context>
    <name>glyphscope::ImageGallery</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>glyphscope::ImagePage</name>
    <message>
        <source>All errors</source>
        <translation>所有错误</translation>
    </message>
    <message>
        <source>Errors of every class</source>
        <translation>每个类别的错误</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Only images of this class</source>
        <translation>只显示此类别的图像</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Only images read as this class</source>
        <translation>只显示读作此类别的图像</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Most confident first</source>
        <translation>置信度最高的在先</translation>
    </message>
    <message>
        <source>Least confident first</source>
        <translation>置信度最低的在先</translation>
    </message>
    <message>
        <source>Truth least likely first</source>
        <translation>真实类别概率最低的在先</translation>
    </message>
    <message>
        <source>As in the data</source>
        <translation>按数据中的次序</translation>
    </message>
    <message>
        <source>Any truth</source>
        <translation>任意真实类别</translation>
    </message>
    <message>
        <source>Truth: %1</source>
        <translation>真实：%1</translation>
    </message>
    <message>
        <source>Any wrong answer</source>
        <translation>任意错误答案</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>答案：%1</translation>
    </message>
    <message>
        <source>How each image was read is not known of this evaluation.</source>
        <translation>此次评估不知道每幅图像读成了什么。</translation>
    </message>
</context>
<context>
    <name>glyphscope::InspectionController</name>
    <message numerus="yes">
        <source>%n hook(s) of the last session are active and may change answers: see Hooks.</source>
        <translation>
            <numerusform>上次会话的 %n 个钩子正在起作用，可能改变答案：见“钩子”。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hook(s) wait: this network does not have their modules. See Hooks.</source>
        <translation>
            <numerusform>%n 个钩子在等待：此网络没有它们的模块。见“钩子”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read in %1 ms</source>
        <translation>识别用时 %1 ms</translation>
    </message>
    <message>
        <source>Hooks need LibTorch, which could not be loaded. They do nothing.</source>
        <translation>钩子需要 LibTorch，而它无法加载。钩子不起作用。</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
</context>
<context>
    <name>glyphscope::JoinedText</name>
    <message>
        <source>%1 %2</source>
        <comment>two sentences, one after the other</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two parts of a list</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a name and what is said of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1.
%2</source>
        <comment>a tool tip without a full stop, and a sentence</comment>
        <translation>%1。
%2</translation>
    </message>
</context>
<context>
    <name>glyphscope::KindPalette</name>
    <message>
        <source>Find a kind</source>
        <translation>查找种类</translation>
    </message>
    <message>
        <source>Find a kind of module</source>
        <translation>查找模块种类</translation>
    </message>
    <message>
        <source>Type a part of its name; Return inserts it behind the chosen module</source>
        <translation>输入其名称的一部分；Return 把它插在所选模块之后</translation>
    </message>
    <message>
        <source>Kinds of modules</source>
        <translation>模块种类</translation>
    </message>
</context>
<context>
    <name>glyphscope::KindWords</name>
    <message>
        <source>With weights</source>
        <translation>带权重</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Slides small kernels over the maps; each output map has its own kernel.</source>
        <translation>让小卷积核在特征图上滑动；每幅输出特征图有自己的卷积核。</translation>
    </message>
    <message>
        <source>Multiplies a flat vector by a matrix of weights and adds a bias.</source>
        <translation>用权重矩阵乘展平的向量，再加偏置。</translation>
    </message>
    <message>
        <source>Standardises each map over the batch; when reading, by the running statistics.</source>
        <translation>在批次上标准化每幅特征图；识别时用滑动统计。</translation>
    </message>
    <message>
        <source>Standardises groups of maps of one image, whatever the batch.</source>
        <translation>对一幅图像的各组特征图做标准化，与批次无关。</translation>
    </message>
    <message>
        <source>Standardises all values of one image together.</source>
        <translation>对一幅图像的所有值一起做标准化。</translation>
    </message>
    <message>
        <source>Sets what is below zero to zero.</source>
        <translation>把小于零的置零。</translation>
    </message>
    <message>
        <source>As ReLU, but lets a little of what is below zero through.</source>
        <translation>同 ReLU，但让小于零的通过一点。</translation>
    </message>
    <message>
        <source>A smooth ReLU: each value times how likely a normal value lies below it.</source>
        <translation>平滑的 ReLU：每个值乘以正态分布值低于它的概率。</translation>
    </message>
    <message>
        <source>Squeezes each value between 0 and 1.</source>
        <translation>把每个值压缩到 0 与 1 之间。</translation>
    </message>
    <message>
        <source>Squeezes each value between -1 and 1.</source>
        <translation>把每个值压缩到 -1 与 1 之间。</translation>
    </message>
    <message>
        <source>Keeps the largest value of each window of a map.</source>
        <translation>保留特征图每个窗口的最大值。</translation>
    </message>
    <message>
        <source>Takes the mean of each window of a map.</source>
        <translation>取特征图每个窗口的平均值。</translation>
    </message>
    <message>
        <source>Averages each map down to a given size; 1 leaves one value a map.</source>
        <translation>把每幅特征图平均到给定大小；1 则每幅剩一个值。</translation>
    </message>
    <message>
        <source>Sets values to zero at random while training; does nothing when reading.</source>
        <translation>训练时随机把值置零；识别时不起作用。</translation>
    </message>
    <message>
        <source>Sets whole maps to zero at random while training; does nothing when reading.</source>
        <translation>训练时随机把整幅特征图置零；识别时不起作用。</translation>
    </message>
    <message>
        <source>Lays all maps out as one flat vector.</source>
        <translation>把所有特征图排成一个展平的向量。</translation>
    </message>
    <message>
        <source>Gives what it gets.</source>
        <translation>原样输出。</translation>
    </message>
    <message>
        <source>Turns values into probabilities. The loss does this itself while training.</source>
        <translation>把值变成概率。训练时损失函数自己会做。</translation>
    </message>
    <message>
        <source>A block: what is in it, one after the other.</source>
        <translation>块：其中的模块依次执行。</translation>
    </message>
    <message>
        <source>A block whose input is added to what it makes of it.</source>
        <translation>块：其输入与它算出的结果相加。</translation>
    </message>
    <message>
        <source>A block that is repeated n times, each time with weights of its own.</source>
        <translation>重复 n 次的块，每次有自己的权重。</translation>
    </message>
    <message>
        <source>How many maps come out</source>
        <translation>输出多少幅特征图</translation>
    </message>
    <message>
        <source>Side of the square window, in pixels</source>
        <translation>正方形窗口的边长，以像素计</translation>
    </message>
    <message>
        <source>Pixels from one window to the next</source>
        <translation>从一个窗口到下一个的像素数</translation>
    </message>
    <message>
        <source>Pixels of zeros around each map</source>
        <translation>每幅特征图四周填零的像素数</translation>
    </message>
    <message>
        <source>Pixels from one weight of the kernel to the next</source>
        <translation>卷积核中相邻权重之间的像素数</translation>
    </message>
    <message>
        <source>Parts that the maps are divided in; each output map sees one of them</source>
        <translation>特征图分成几部分；每幅输出特征图只看其中一部分</translation>
    </message>
    <message>
        <source>Whether a number of its own is added to each output</source>
        <translation>是否给每个输出加上它自己的一个数</translation>
    </message>
    <message>
        <source>How many values come out</source>
        <translation>输出多少个值</translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by zero</source>
        <translation>加到方差上，以免除以零</translation>
    </message>
    <message>
        <source>How much of each batch goes into the running statistics</source>
        <translation>每个批次有多少进入滑动统计</translation>
    </message>
    <message>
        <source>Whether it has a weight and a bias for each map</source>
        <translation>每幅特征图是否有权重和偏置</translation>
    </message>
    <message>
        <source>Whether it has a weight and a bias for each value</source>
        <translation>每个值是否有权重和偏置</translation>
    </message>
    <message>
        <source>How many groups the maps are divided in</source>
        <translation>特征图分成几组</translation>
    </message>
    <message>
        <source>What values below zero are multiplied by</source>
        <translation>小于零的值乘以多少</translation>
    </message>
    <message>
        <source>Side of each map that comes out, in pixels</source>
        <translation>输出特征图的边长，以像素计</translation>
    </message>
    <message>
        <source>Share of the values that is set to zero</source>
        <translation>置零的值所占比例</translation>
    </message>
    <message>
        <source>Along which dimension the probabilities add up to 1; 0 is the batch</source>
        <translation>概率沿哪个维度合计为 1；0 是批次</translation>
    </message>
    <message>
        <source>How the input reaches the sum: as it is, by a 1x1 convolution, or whichever fits</source>
        <translation>输入怎样进入相加：原样、经 1x1 卷积，或取合适的一种</translation>
    </message>
    <message>
        <source>How often it is repeated</source>
        <translation>重复多少次</translation>
    </message>
</context>
<context>
    <name>glyphscope::LabelMenu</name>
    <message>
        <source>It &amp;was a</source>
        <translation>它是(&amp;W)</translation>
    </message>
    <message>
        <source>Keep the drawing among my handwriting as a %1</source>
        <translation>把手写图作为 %1 存入“我的笔迹”</translation>
    </message>
    <message>
        <source>Keep the drawing among my handwriting as: %1</source>
        <translation>把手写图存入“我的笔迹”，类别为：%1</translation>
    </message>
</context>
<context>
    <name>glyphscope::LabelRow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Do not keep it</source>
        <translation>不保存它</translation>
    </message>
    <message>
        <source>It was a %1</source>
        <translation>它是 %1</translation>
    </message>
    <message>
        <source>It was: %1</source>
        <translation>它是：%1</translation>
    </message>
    <message>
        <source>Keep the drawing as a sample of a %1</source>
        <translation>把手写图存为 %1 的样本</translation>
    </message>
    <message>
        <source>Keep the drawing as a sample of: %1</source>
        <translation>把手写图存为样本：%1</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>它是</translation>
    </message>
    <message>
        <source>Keep the drawing as a sample of the class chosen</source>
        <translation>把手写图存为所选类别的样本</translation>
    </message>
    <message>
        <source>It was a</source>
        <translation>它是</translation>
    </message>
    <message>
        <source>Kept as an %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>Kept as a %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>Kept as: %1</source>
        <translation>已存为：%1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The character in focus was: %1</source>
        <translation>焦点字符是：%1</translation>
    </message>
    <message>
        <source>Choose what the character in focus was</source>
        <translation>选择焦点字符是什么</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Kept as %1</source>
        <comment>the characters of a number</comment>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>It was %1</source>
        <translation>它是 %1</translation>
    </message>
    <message>
        <source>Choose first what the characters with a question mark were</source>
        <translation>请先选择带问号的字符是什么</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n character(s), each as a sample of what it was</source>
        <translation>
            <numerusform>保存 %n 个字符，每个作为一个样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::LanguageMenu</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言 Language(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Speak the language of the system</source>
        <translation>使用系统的语言</translation>
    </message>
    <message>
        <source>Speak this language</source>
        <translation>使用此语言</translation>
    </message>
</context>
<context>
    <name>glyphscope::LessonController</name>
    <message>
        <source>Open a lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Lessons (*.json)</source>
        <translation>课程 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number and title of a chapter</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>This chapter is done. Choose the next one above.</source>
        <translation>本章已完成。请在上面选择下一章。</translation>
    </message>
    <message>
        <source>This chapter is about the network %1, but another one is in use. Menu Model, Back to the shipped weights, brings the shipped one back.</source>
        <translation>本章讲的是网络 %1，但使用中的是另一个。用菜单“模型”中的“恢复自带权重”可换回自带的网络。</translation>
    </message>
</context>
<context>
    <name>glyphscope::LessonPanel</name>
    <message>
        <source>Lessons</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <comment>chapter, steps done, all steps</comment>
        <translation>%1（%2/%3）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Stop showing</source>
        <translation>停止演示</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>You have done this step before.</source>
        <translation>您以前做过这一步。</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Choose a chapter; your progress in each is kept</source>
        <translation>选择一章；每章的进度都会保留</translation>
    </message>
    <message>
        <source>Open lesson</source>
        <translation>打开课程</translation>
    </message>
    <message>
        <source>Open a lesson of your own, a file (.json)</source>
        <translation>打开自己的课程文件 (.json)</translation>
    </message>
    <message>
        <source>Progress in this chapter</source>
        <translation>本章进度</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run this code and show what it prints</source>
        <translation>运行这段代码并显示它打印的内容</translation>
    </message>
    <message>
        <source>The code of this step</source>
        <translation>这一步的代码</translation>
    </message>
    <message>
        <source>What the code prints</source>
        <translation>代码打印的内容</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The step before this one</source>
        <translation>这一步之前的一步</translation>
    </message>
    <message>
        <source>Let the program do this step before your eyes</source>
        <translation>让程序当着您的面完成这一步</translation>
    </message>
    <message>
        <source>Go to the next step</source>
        <translation>进入下一步</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>Do the steps of this chapter again</source>
        <translation>重新做本章的各步</translation>
    </message>
    <message>
        <source>Take back what this lesson changed</source>
        <translation>撤回本课程所改变的内容</translation>
    </message>
    <message>
        <source>Drawing, weights, hooks, frozen parameters and the edited network become what they were when the chapter was opened</source>
        <translation>手写图、权重、钩子、冻结的参数和编辑中的网络恢复到打开本章时的样子</translation>
    </message>
</context>
<context>
    <name>glyphscope::LessonPerformer</name>
    <message>
        <source>This step cannot be shown as the window is now: %1 is not there. Do it by hand, or skip the step.</source>
        <translation>窗口现在的状态无法演示这一步：%1 不在。请自己动手，或跳过这一步。</translation>
    </message>
</context>
<context>
    <name>glyphscope::MainWindow</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>&amp;Undo weights</source>
        <translation>撤销权重(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo weights</source>
        <translation>重做权重(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Width of the pen ([ and ])</source>
        <translation>笔的粗细（[ 和 ]）</translation>
    </message>
    <message>
        <source>Width of the pen</source>
        <translation>笔的粗细</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>glyphscope::MarkPaintText</name>
    <message>
        <source>Nothing above zero for this drawing</source>
        <translation>对此手写图没有大于零的值</translation>
    </message>
    <message>
        <source>Everything above zero for this drawing</source>
        <translation>对此手写图全部大于零</translation>
    </message>
    <message>
        <source>Dead: never above zero over the test images</source>
        <translation>失活：在所有测试图像上从不大于零</translation>
    </message>
    <message>
        <source>Saturated: always above zero over the test images</source>
        <translation>饱和：在所有测试图像上总大于零</translation>
    </message>
    <message>
        <source>%1 of %2 maps have nothing above zero for this drawing.</source>
        <translation>对此手写图，%2 幅特征图中有 %1 幅没有大于零的值。</translation>
    </message>
    <message>
        <source>%1 of %2 maps are above zero everywhere.</source>
        <translation>%2 幅特征图中有 %1 幅处处大于零。</translation>
    </message>
    <message>
        <source>Over %1 test images %2 of %3 are dead and %4 saturated.</source>
        <translation>在 %1 幅测试图像上，%3 个中有 %2 个失活、%4 个饱和。</translation>
    </message>
</context>
<context>
    <name>glyphscope::MethodGallery</name>
    <message>
        <source>Methods</source>
        <translation>方法</translation>
    </message>
</context>
<context>
    <name>glyphscope::MethodOptions</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Noisy copies of the drawing; more are smoother and slower</source>
        <translation>加噪的手写图份数；越多越平滑，也越慢</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Deviation of the noise, as a share of the input&apos;s range</source>
        <translation>噪声的标准差，占输入范围的比例</translation>
    </message>
    <message>
        <source>Maps of</source>
        <translation>特征图来自</translation>
    </message>
    <message>
        <source>The module whose maps Grad-CAM takes</source>
        <translation>Grad-CAM 取哪个模块的特征图</translation>
    </message>
    <message>
        <source>the last layer with maps</source>
        <translation>有特征图的最后一层</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Places on the way from paper to the drawing; more leave a smaller gap</source>
        <translation>从白纸到手写图途中的位置数；越多差额越小</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>小块</translation>
    </message>
    <message>
        <source>Side of the square that is covered, in pixels; odd</source>
        <translation>遮盖方块的边长，以像素计；奇数</translation>
    </message>
</context>
<context>
    <name>glyphscope::ModuleBar</name>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>The module that is shown</source>
        <translation>所显示的模块</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>What the module makes of its input</source>
        <translation>模块由输入得出什么</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>What goes into the module</source>
        <translation>进入模块的内容</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>What the module has learned</source>
        <translation>模块学到了什么</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>过滤</translation>
    </message>
    <message>
        <source>Whose weights are shown</source>
        <translation>显示谁的权重</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>色阶</translation>
    </message>
    <message>
        <source>How far one scale of colours reaches: a map, the whole layer or the whole network</source>
        <translation>一个色阶覆盖的范围：一幅特征图、整层或整个网络</translation>
    </message>
    <message>
        <source>Per map</source>
        <translation>每幅</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>每层</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colours of values that are never negative. Where there are negative ones, zero is grey, less is blue and more is red.</source>
        <translation>从不为负的值的颜色。有负值时，零为灰色，负为蓝色，正为红色。</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>This module has no weights</source>
        <translation>此模块没有权重</translation>
    </message>
    <message>
        <source>Filter </source>
        <translation>滤波器 </translation>
    </message>
    <message>
        <source>Class </source>
        <translation>类别 </translation>
    </message>
    <message>
        <source>Unit </source>
        <translation>单元 </translation>
    </message>
</context>
<context>
    <name>glyphscope::ModuleCard</name>
    <message>
        <source>min %1, max %2, mean %3</source>
        <translation>最小 %1，最大 %2，均值 %3</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>a Repeat, how often</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message numerus="yes">
        <source>Holds %n module(s), shown before it. Press Space to fold it.</source>
        <translation>
            <numerusform>含 %n 个模块，显示在它之前。按空格折叠。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Holds %n module(s). Press Space to open it.</source>
        <translation>
            <numerusform>含 %n 个模块。按空格展开。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>smallest and largest value</comment>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>%1, unit %2: %3</source>
        <translation>%1，单元 %2：%3</translation>
    </message>
    <message>
        <source>%1, map %2: %3</source>
        <translation>%1，特征图 %2：%3</translation>
    </message>
</context>
<context>
    <name>glyphscope::ModuleNumbers</name>
    <message>
        <source>Reads 1,000 test images to find channels that never, or always, let something pass</source>
        <translation>读 1,000 幅测试图像，找出从不或总是让值通过的通道</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>非有限</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Find dead channels</source>
        <translation>查找失活通道</translation>
    </message>
    <message>
        <source>Reading 1,000 test images…</source>
        <translation>正在读 1,000 幅测试图像…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
</context>
<context>
    <name>glyphscope::ModulePage</name>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>MACs: multiply-adds of one drawing&apos;s forward pass</source>
        <translation>MACs：一幅手写图前向传播的乘加次数</translation>
    </message>
    <message>
        <source>The network&apos;s parameters appear once LibTorch is loaded</source>
        <translation>LibTorch 加载后显示网络的参数</translation>
    </message>
</context>
<context>
    <name>glyphscope::ModuleRowText</name>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1  ×%2</source>
        <translation>%1  ×%2</translation>
    </message>
    <message>
        <source>Name of the module</source>
        <translation>模块的名称</translation>
    </message>
</context>
<context>
    <name>glyphscope::ModuleStepsText</name>
    <message>
        <source>: the largest of every patch</source>
        <translation>：每个小块的最大值</translation>
    </message>
    <message>
        <source>: the mean of every patch</source>
        <translation>：每个小块的平均值</translation>
    </message>
    <message>
        <source>: the largest of every patch, after %1</source>
        <translation>：每个小块的最大值，在 %1 之后</translation>
    </message>
    <message>
        <source>: the mean of every patch, after %1</source>
        <translation>：每个小块的平均值，在 %1 之后</translation>
    </message>
    <message>
        <source>, before %1</source>
        <translation>，在 %1 之前</translation>
    </message>
    <message>
        <source>: logits, before softmax</source>
        <translation>：logits，在 softmax 之前</translation>
    </message>
    <message>
        <source>: what %1 gives</source>
        <translation>：%1 的输出</translation>
    </message>
    <message>
        <source>: the probability of every class</source>
        <translation>：每个类别的概率</translation>
    </message>
    <message>
        <source>, after %1</source>
        <translation>，在 %1 之后</translation>
    </message>
    <message>
        <source>: the maps of %1 as one vector</source>
        <translation>：%1 的特征图排成一个向量</translation>
    </message>
    <message>
        <source>: shares that add up to 1</source>
        <translation>：合计为 1 的比例</translation>
    </message>
    <message>
        <source>: what body and shortcut give, added up</source>
        <translation>：主体与捷径的输出相加</translation>
    </message>
    <message>
        <source>Output of %1%2</source>
        <translation>%1 的输出%2</translation>
    </message>
    <message>
        <source>Input of %1: the 28 × 28 picture, standardised</source>
        <translation>%1 的输入：28 × 28 的图片，已标准化</translation>
    </message>
    <message>
        <source>Input of %1: the output of %2%3</source>
        <translation>%1 的输入：%2 的输出%3</translation>
    </message>
    <message>
        <source>its input</source>
        <translation>其输入</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message numerus="yes">
        <source>The %n filter(s) of %1, one kernel each</source>
        <translation>
            <numerusform>%1 的 %n 个滤波器，各有一个卷积核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filter %1 of %2: a kernel for each of the %n channel(s) of %3</source>
        <translation>
            <numerusform>滤波器 %1/%2：对 %3 的 %n 个通道各有一个卷积核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weights of %1, %2, laid out as the %n map(s) that were flattened</source>
        <translation>
            <numerusform>%1 的权重，%2，按展平前的 %n 幅特征图排列</numerusform>
        </translation>
    </message>
    <message>
        <source>Weights of %1, %2, for every value of %3</source>
        <translation>%1 的权重，%2，对应 %3 的每个值</translation>
    </message>
    <message>
        <source>value %1</source>
        <translation>值 %1</translation>
    </message>
    <message>
        <source>channel %1, y&#xa0;%2, x&#xa0;%3</source>
        <translation>通道 %1，y %2，x %3</translation>
    </message>
    <message>
        <source>for value %1</source>
        <translation>对值 %1</translation>
    </message>
    <message>
        <source>filter %1, y&#xa0;%2, x&#xa0;%3</source>
        <translation>滤波器 %1，y %2，x %3</translation>
    </message>
    <message>
        <source>for channel %1, y&#xa0;%2, x&#xa0;%3</source>
        <translation>对通道 %1，y %2，x %3</translation>
    </message>
    <message>
        <source>%1, channel %2</source>
        <translation>%1，通道 %2</translation>
    </message>
    <message>
        <source>%1[%2], channel %3</source>
        <translation>%1[%2]，通道 %3</translation>
    </message>
</context>
<context>
    <name>glyphscope::ModuleTreeText</name>
    <message>
        <source>the network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 ×%2</source>
        <comment>a kind of module, how often it is repeated</comment>
        <translation>%1 ×%2</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>输出形状</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Name in the state dict</source>
        <translation>state dict 中的名称</translation>
    </message>
    <message>
        <source>What it is, with its settings</source>
        <translation>它是什么，及其设置</translation>
    </message>
    <message>
        <source>Shape of what it gives, without the batch</source>
        <translation>输出的形状，不含批次维</translation>
    </message>
    <message>
        <source>Trained numbers in it</source>
        <translation>其中可训练的数的个数</translation>
    </message>
    <message>
        <source>Multiply-adds of one drawing&apos;s forward pass</source>
        <translation>一幅手写图前向传播的乘加次数</translation>
    </message>
    <message>
        <source>Memory of its parameters</source>
        <translation>参数所占内存</translation>
    </message>
    <message>
        <source>Memory of its output for one drawing</source>
        <translation>一幅手写图的输出所占内存</translation>
    </message>
</context>
<context>
    <name>glyphscope::ModuleView</name>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Choose a module to open it</source>
        <translation>选择一个模块以打开它</translation>
    </message>
    <message>
        <source>Write a digit to see what %1 makes of it</source>
        <translation>写一个数字，看 %1 由它得出什么</translation>
    </message>
    <message>
        <source>Point at a weight to read it</source>
        <translation>指向一个权重以读取它</translation>
    </message>
    <message>
        <source>Click a value to see how it came about</source>
        <translation>单击一个值，看它怎样得来</translation>
    </message>
</context>
<context>
    <name>glyphscope::NameMenu</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
</context>
<context>
    <name>glyphscope::NamePicker</name>
    <message>
        <source>Type or choose a name</source>
        <translation>输入或选择名称</translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkDocumentText</name>
    <message numerus="yes">
        <source>Insert %n module(s)</source>
        <translation>
            <numerusform>插入 %n 个模块</numerusform>
        </translation>
    </message>
    <message>
        <source>Insert %1</source>
        <translation>插入 %1</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n module(s)</source>
        <translation>
            <numerusform>删除 %n 个模块</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message numerus="yes">
        <source>Move %n module(s)</source>
        <translation>
            <numerusform>移动 %n 个模块</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制 %1</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n module(s)</source>
        <translation>
            <numerusform>复制 %n 个模块</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrap %1 in %2</source>
        <translation>把 %1 包进 %2</translation>
    </message>
    <message numerus="yes">
        <source>Wrap %n module(s) in %1</source>
        <translation>
            <numerusform>把 %n 个模块包进 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Unwrap %1</source>
        <translation>拆开 %1</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>把 %1 改名为 %2</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>更改 %2 的 %1</translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkRowModel</name>
    <message>
        <source>What comes out of it is not known until what is before it fits.</source>
        <translation>它之前的部分匹配之后，才知道它的输出。</translation>
    </message>
    <message>
        <source>Input %1, output %2</source>
        <translation>输入 %1，输出 %2</translation>
    </message>
    <message>
        <source>%1 parameters, %2 multiply-adds and %3 of outputs for one image</source>
        <translation>%1 个参数，每幅图像 %2 次乘加、输出 %3</translation>
    </message>
    <message>
        <source>The picture is made with weights that are not trained together yet.</source>
        <translation>此图由尚未一起训练的权重得出。</translation>
    </message>
    <message numerus="yes">
        <source>It is in the network %n time(s); the numbers are those of all of them.</source>
        <translation>
            <numerusform>它在网络中出现 %n 次；数字是全部的合计。</numerusform>
        </translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>不匹配</translation>
    </message>
    <message>
        <source>has a warning</source>
        <translation>有警告</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 个参数</translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkRows</name>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Modules of the network that is edited</source>
        <translation>所编辑网络的模块</translation>
    </message>
    <message>
        <source>No modules yet. Choose one on the left, or a preset above.</source>
        <translation>还没有模块。请在左边选一个，或在上方选预设。</translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkStrip</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Write a digit to see what every module makes of it</source>
        <translation>写一个数字，看每个模块由它得出什么</translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkTitle</name>
    <message numerus="yes">
        <source>a network of %n module(s)</source>
        <translation>
            <numerusform>有 %n 个模块的网络</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::NetworkTotalsText</name>
    <message numerus="yes">
        <source>%Ln parameter(s), %1 MACs, %2.</source>
        <translation>
            <numerusform>%Ln 个参数，%1 次乘加，%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>None is frozen.</source>
        <translation>没有冻结的。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 frozen: %Ln parameter(s).</source>
        <translation>
            <numerusform>%2 个中冻结了 %1 个：%Ln 个参数。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln module(s).</source>
        <translation>
            <numerusform>%Ln 个模块。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln parameter(s), %1 MACs, %2 of parameters, %3 of outputs.</source>
        <translation>
            <numerusform>%Ln 个参数，%1 次乘加，参数 %2，输出 %3。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::NoHooksPage</name>
    <message>
        <source>Add a hook</source>
        <translation>添加钩子</translation>
    </message>
    <message>
        <source>A hook is called whenever its module runs. It sees the value that goes by, and may change it.</source>
        <translation>每当模块运行就调用钩子。它看到通过的值，并可改变它。</translation>
    </message>
    <message>
        <source>Add a hook: choose its kind, its module and what it does</source>
        <translation>添加钩子：选择其种类、模块和作用</translation>
    </message>
    <message>
        <source>Add this hook</source>
        <translation>添加此钩子</translation>
    </message>
</context>
<context>
    <name>glyphscope::NormBars</name>
    <message>
        <source>Gradient norm of every module</source>
        <translation>每个模块的梯度范数</translation>
    </message>
    <message>
        <source>Euclidean norm of the gradient at each module&apos;s output; click one to see it</source>
        <translation>各模块输出处梯度的欧几里得范数；单击一个以查看</translation>
    </message>
    <message>
        <source>%1: norm %2</source>
        <translation>%1：范数 %2</translation>
    </message>
</context>
<context>
    <name>glyphscope::NoteEdit</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>A note: what was tried, what came of it</source>
        <translation>备注：试了什么，结果如何</translation>
    </message>
</context>
<context>
    <name>glyphscope::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>关闭此通知</translation>
    </message>
</context>
<context>
    <name>glyphscope::NumberText</name>
    <message>
        <source>en</source>
        <comment>code of this language, for how numbers are written</comment>
        <translation>zh</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>glyphscope::OptionForm</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Batches and seed</source>
        <translation>批次和种子</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>It cannot be changed during a run: stop the run first.</source>
        <translation>运行期间不能更改：请先停止运行。</translation>
    </message>
    <message>
        <source>How the weights follow their gradients</source>
        <translation>权重怎样跟随梯度</translation>
    </message>
    <message>
        <source>How the learning rate changes from step to step</source>
        <translation>学习率怎样逐步变化</translation>
    </message>
</context>
<context>
    <name>glyphscope::ParameterPage</name>
    <message>
        <source>The network&apos;s parameters appear once LibTorch is loaded</source>
        <translation>LibTorch 加载后显示网络的参数</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>MACs: multiply-adds of one drawing&apos;s forward pass</source>
        <translation>MACs：一幅手写图前向传播的乘加次数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Not finite</source>
        <translation>非有限</translation>
    </message>
    <message>
        <source>Statistics of the chosen parameter</source>
        <translation>所选参数的统计</translation>
    </message>
    <message>
        <source>Std is the standard deviation, norms are Euclidean</source>
        <translation>标准差即 std，范数为欧几里得范数</translation>
    </message>
    <message>
        <source>Choose a parameter</source>
        <translation>请选择一个参数</translation>
    </message>
    <message>
        <source>Buffer, %1, %2 on %3</source>
        <translation>缓冲区，%1，%2，在 %3 上</translation>
    </message>
    <message>
        <source>%1, %2 on %3</source>
        <translation>%1，%2，在 %3 上</translation>
    </message>
    <message numerus="yes">
        <source>Unfreeze %n parameter(s)</source>
        <translation>
            <numerusform>解冻 %n 个参数</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Freeze %n parameter(s)</source>
        <translation>
            <numerusform>冻结 %n 个参数</numerusform>
        </translation>
    </message>
    <message>
        <source>Unfreeze %1</source>
        <translation>解冻 %1</translation>
    </message>
    <message>
        <source>Freeze %1</source>
        <translation>冻结 %1</translation>
    </message>
    <message>
        <source>Unfreeze all of %1</source>
        <translation>解冻 %1 的全部参数</translation>
    </message>
    <message>
        <source>Freeze all of %1</source>
        <translation>冻结 %1 的全部参数</translation>
    </message>
    <message>
        <source>Freeze all but %1</source>
        <translation>冻结 %1 以外的全部</translation>
    </message>
    <message>
        <source>Unfreeze everything</source>
        <translation>全部解冻</translation>
    </message>
</context>
<context>
    <name>glyphscope::ParameterPanel</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Every parameter with its values; freeze and unfreeze</source>
        <translation>每个参数及其值；冻结和解冻</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>The modules as they hold each other, with what each costs</source>
        <translation>模块的包含关系，及各自的开销</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>The way of your drawing through the network, step by step</source>
        <translation>您的手写图逐步通过网络的路径</translation>
    </message>
</context>
<context>
    <name>glyphscope::ParameterTable</name>
    <message>
        <source>buffer</source>
        <translation>缓冲区</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 is a buffer: training measures it, no gradient changes it</source>
        <translation>%1 是缓冲区：训练时测得，梯度不改变它</translation>
    </message>
    <message>
        <source>%1 is a buffer: it has no gradient</source>
        <translation>%1 是缓冲区：没有梯度</translation>
    </message>
    <message>
        <source>%1 is frozen: training leaves it as it is</source>
        <translation>%1 已冻结：训练不改变它</translation>
    </message>
    <message>
        <source>%1 is trained; take the check mark away to freeze it</source>
        <translation>%1 参与训练；去掉勾即冻结</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln value(s) are not finite</source>
        <translation>
            <numerusform>%1：%Ln 个值不是有限数</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is frozen: it has no gradient</source>
        <translation>%1 已冻结：没有梯度</translation>
    </message>
    <message>
        <source>%1: gradients are known while the network trains</source>
        <translation>%1：网络训练时才有梯度</translation>
    </message>
    <message>
        <source>%1: how often its values occur, from min to max</source>
        <translation>%1：其值出现的频率，从最小到最大</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Dtype</source>
        <translation>Dtype</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>MACs</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Std</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>范数</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Name in the state dict</source>
        <translation>state dict 中的名称</translation>
    </message>
    <message>
        <source>Sides of the tensor, the outputs first; sorted by count</source>
        <translation>张量的各维，输出在先；按个数排序</translation>
    </message>
    <message>
        <source>Type of its numbers</source>
        <translation>数值的类型</translation>
    </message>
    <message>
        <source>How many numbers</source>
        <translation>有多少个数</translation>
    </message>
    <message>
        <source>Multiply-adds in which it takes part, of one drawing</source>
        <translation>它对一幅手写图参与的乘加次数</translation>
    </message>
    <message>
        <source>Memory of its numbers</source>
        <translation>数值所占内存</translation>
    </message>
    <message>
        <source>requires_grad: without the check mark it is frozen</source>
        <translation>requires_grad：没有勾即冻结</translation>
    </message>
    <message>
        <source>Where the tensor is</source>
        <translation>张量在哪里</translation>
    </message>
    <message>
        <source>Mean of its values</source>
        <translation>其值的均值</translation>
    </message>
    <message>
        <source>Standard deviation of its values, as torch.std</source>
        <translation>其值的标准差，同 torch.std</translation>
    </message>
    <message>
        <source>Smallest value</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Largest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Euclidean norm of its values</source>
        <translation>其值的欧几里得范数</translation>
    </message>
    <message>
        <source>Euclidean norm of its gradient in the last step that was looked at</source>
        <translation>最近查看的一步中其梯度的欧几里得范数</translation>
    </message>
    <message>
        <source>How often its values occur, from min to max</source>
        <translation>其值出现的频率，从最小到最大</translation>
    </message>
</context>
<context>
    <name>glyphscope::ParameterText</name>
    <message>
        <source>one number</source>
        <comment>the shape of a scalar</comment>
        <translation>一个数</translation>
    </message>
</context>
<context>
    <name>glyphscope::PartLayer</name>
    <message>
        <source>Click: these two are one character</source>
        <translation>单击：这两个是一个字符</translation>
    </message>
    <message>
        <source>Click: the panels show this character. Double-click: these are two characters, divided here</source>
        <translation>单击：面板显示这个字符。双击：这是两个字符，从这里分开</translation>
    </message>
    <message>
        <source>Click: the panels show this character</source>
        <translation>单击：面板显示这个字符</translation>
    </message>
</context>
<context>
    <name>glyphscope::PictureBar</name>
    <message>
        <source>Paper</source>
        <translation>纸</translation>
    </message>
    <message>
        <source>The part of the picture that is read. Coloured: taken as no paper.</source>
        <translation>图片中要读取的部分。着色：不当作纸。</translation>
    </message>
    <message>
        <source>Shadow</source>
        <translation>阴影</translation>
    </message>
    <message>
        <source>How much light each part of the paper gets.</source>
        <translation>纸的各部分得到多少光。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>线</translation>
    </message>
    <message>
        <source>Ruled lines, boxes and underlines that are taken out.</source>
        <translation>要去除的格线、方框和下划线。</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>笔迹</translation>
    </message>
    <message>
        <source>What is read. Coloured: ink that is left out as stray.</source>
        <translation>要识别的内容。着色：视为杂散而略去的笔迹。</translation>
    </message>
    <message>
        <source>From the picture to its ink</source>
        <translation>从图片到笔迹</translation>
    </message>
    <message>
        <source>Even out</source>
        <translation>抹平</translation>
    </message>
    <message>
        <source>Give all of the paper the same light before ink is looked for.</source>
        <translation>查找笔迹之前，让纸的各处光照相同。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>去除</translation>
    </message>
    <message>
        <source>Take out straight lines that run on beyond the figure.</source>
        <translation>去除延伸到字符之外的直线。</translation>
    </message>
    <message>
        <source>Treat as</source>
        <translation>当作</translation>
    </message>
    <message>
        <source>Treat as: ink on a sheet is what differs in colour, ink on transparent is what is opaque, of whatever colour.</source>
        <translation>当作：纸上的笔迹是颜色不同之处，透明底的笔迹是不透明之处，不论颜色。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Ink on a sheet</source>
        <translation>纸上的笔迹</translation>
    </message>
    <message>
        <source>Ink on transparent</source>
        <translation>透明底的笔迹</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Drag a frame on the canvas around the part that is to be read.</source>
        <translation>在画布上拖出要读取部分的框。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Look for paper, shadow, lines and ink as at first, without a crop.</source>
        <translation>像最初那样查找纸、阴影、线和笔迹，不裁剪。</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Grey levels that ink differs from its paper by: further left, more is ink.</source>
        <translation>笔迹与纸的灰度差：越靠左，当作笔迹的越多。</translation>
    </message>
    <message>
        <source>Use the slider&apos;s threshold, not the one that parts ink and paper best.</source>
        <translation>使用滑块的阈值，而不是最能分开笔迹和纸的阈值。</translation>
    </message>
    <message>
        <source>Read as it is</source>
        <translation>原样读取</translation>
    </message>
    <message>
        <source>A sheet on a table</source>
        <translation>桌上的纸</translation>
    </message>
    <message>
        <source>All of the picture</source>
        <translation>整幅图片</translation>
    </message>
    <message>
        <source>No shadow</source>
        <translation>没有阴影</translation>
    </message>
    <message>
        <source>No lines</source>
        <translation>没有线</translation>
    </message>
</context>
<context>
    <name>glyphscope::PictureController</name>
    <message>
        <source>The file of this picture is cut off: only the part that is there is read. Save or fetch it again.</source>
        <translation>此图片的文件被截断：只读取已有的部分。请重新保存或下载。</translation>
    </message>
</context>
<context>
    <name>glyphscope::ProbabilityBars</name>
    <message>
        <source>Probability of each class</source>
        <translation>每个类别的概率</translation>
    </message>
    <message>
        <source>%1: %2, logit %3. Click to see where it comes from.</source>
        <translation>%1：%2，logit %3。单击看它从何而来。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a class and its probability</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>glyphscope::ProblemList</name>
    <message>
        <source>Got %1, wanted %2.</source>
        <translation>输入：%1；应为：%2。</translation>
    </message>
    <message>
        <source>Got %1.</source>
        <translation>输入：%1。</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>不匹配之处</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>另有 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>PyTorch: %1</source>
        <translation>PyTorch：%1</translation>
    </message>
    <message>
        <source>What PyTorch says of it</source>
        <translation>PyTorch 会怎么说</translation>
    </message>
    <message>
        <source>And then:
%1</source>
        <translation>此外：
%1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Choose the module in the list</source>
        <translation>在列表中选中该模块</translation>
    </message>
</context>
<context>
    <name>glyphscope::QuantityText</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>幅/秒</translation>
    </message>
</context>
<context>
    <name>glyphscope::RecipeBar</name>
    <message>
        <source>Re&amp;cipe</source>
        <translation>方案(&amp;C)</translation>
    </message>
    <message>
        <source>Ep&amp;ochs</source>
        <translation>轮数(&amp;O)</translation>
    </message>
    <message>
        <source>Option&amp;s</source>
        <translation>选项(&amp;S)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>The data and every hyper-parameter</source>
        <translation>数据和所有超参数</translation>
    </message>
    <message>
        <source>Back to the recipe</source>
        <translation>恢复方案</translation>
    </message>
    <message>
        <source>Use the changed values</source>
        <translation>使用更改的值</translation>
    </message>
    <message>
        <source>Back to %1: %2</source>
        <translation>恢复 %1：%2</translation>
    </message>
    <message>
        <source>It cannot be changed during a run: stop the run first.</source>
        <translation>运行期间不能更改：请先停止运行。</translation>
    </message>
    <message>
        <source>How the network is trained: fast, balanced or as accurate as it gets</source>
        <translation>怎样训练网络：快速、均衡或尽可能准确</translation>
    </message>
    <message>
        <source>Passes over the training set</source>
        <translation>遍历训练集的次数</translation>
    </message>
    <message>
        <source>Train the next run with what was changed in the last one: %1</source>
        <translation>用上次运行中更改的值训练下一次：%1</translation>
    </message>
</context>
<context>
    <name>glyphscope::RecipeText</name>
    <message>
        <source>Sprint</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>高质量</translation>
    </message>
    <message>
        <source>Custom (from %1)</source>
        <translation>自定义（基于 %1）</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>SGD, Nesterov</source>
        <translation>SGD，Nesterov</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Muon</source>
        <translation>Muon</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>One cycle</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n 轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s) of %1 chosen images</source>
        <translation>
            <numerusform>在 %1 幅挑选的图像上 %n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>an optimizer and its learning rate</comment>
        <translation>%1，学习率 %2</translation>
    </message>
    <message>
        <source>augmented</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>no augmentation</source>
        <translation>无数据增强</translation>
    </message>
    <message>
        <source>averaged weights</source>
        <translation>权重平均</translation>
    </message>
</context>
<context>
    <name>glyphscope::ReliabilityDiagram</name>
    <message>
        <source>Reliability diagram: how often it is right against how sure it is</source>
        <translation>可靠性图：正确率对置信度</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>Right, not so sure</source>
        <translation>正确，但把握不足</translation>
    </message>
    <message>
        <source>Sure, not so right</source>
        <translation>有把握，但不够正确</translation>
    </message>
    <message>
        <source>95&#xa0;% range</source>
        <translation>95 % 范围</translation>
    </message>
    <message>
        <source>how sure, and how many images (logarithmic)</source>
        <translation>置信度，以及图像数（对数）</translation>
    </message>
</context>
<context>
    <name>glyphscope::ReliabilityPage</name>
    <message>
        <source>The mean difference between how sure the network is and how often it is right: answers that are equally sure are put into a bin each, and a bin counts by how many images it has</source>
        <translation>网络的置信度与正确率的平均差：置信度相同的答案放进同一个分箱，分箱按图像数加权</translation>
    </message>
</context>
<context>
    <name>glyphscope::ReliabilityText</name>
    <message>
        <source>It is right as often as it is sure.</source>
        <translation>正确率与置信度相符。</translation>
    </message>
    <message>
        <source>At times it is right less often than it is sure, at times more often.</source>
        <translation>正确率时而低于、时而高于置信度。</translation>
    </message>
    <message>
        <source>It is right less often than it is sure.</source>
        <translation>正确率低于置信度。</translation>
    </message>
    <message>
        <source>It is right more often than it is sure.</source>
        <translation>正确率高于置信度。</translation>
    </message>
    <message>
        <source>Expected calibration error %1. %2</source>
        <translation>期望校准误差 %1。%2</translation>
    </message>
    <message>
        <source>Every image gets an answer: for these weights no limit is set from which one is none of the classes.</source>
        <translation>每幅图像都给出答案：这些权重没有设定拒识的界限。</translation>
    </message>
    <message>
        <source>%1 of these images would be refused as none of the classes.</source>
        <translation>这些图像中有 %1 会被拒识为不属于任何类别。</translation>
    </message>
    <message>
        <source>Sure by %1 to %2&#xa0;%</source>
        <translation>置信度 %1 到 %2 %</translation>
    </message>
    <message>
        <source>%1: no image</source>
        <translation>%1：没有图像</translation>
    </message>
    <message>
        <source>%1: %2
%3 sure on average, %4 right
95&#xa0;% range %5 to %6</source>
        <translation>%1：%2
平均置信度 %3，正确率 %4
95 % 范围 %5 到 %6</translation>
    </message>
</context>
<context>
    <name>glyphscope::ReportText</name>
    <message numerus="yes">
        <source>%Ln sample(s)</source>
        <translation>
            <numerusform>%Ln 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个百分点</translation>
    </message>
</context>
<context>
    <name>glyphscope::ReportView</name>
    <message>
        <source>Other weights are in place now, so its numbers are not shown.</source>
        <translation>现在用的是别的权重，因此不显示其数值。</translation>
    </message>
    <message>
        <source>My samples that it has not seen</source>
        <translation>我的样本，未学过的</translation>
    </message>
    <message>
        <source>My samples that it was taught</source>
        <translation>我的样本，学过的</translation>
    </message>
    <message>
        <source>Class by class</source>
        <translation>逐类别</translation>
    </message>
    <message>
        <source>MNIST test set, before and after</source>
        <translation>MNIST 测试集，之前和之后</translation>
    </message>
    <message>
        <source>Test set, before and after</source>
        <translation>测试集，之前和之后</translation>
    </message>
    <message>
        <source>MNIST, %</source>
        <translation>MNIST，%</translation>
    </message>
    <message>
        <source>Test set, %</source>
        <translation>测试集，%</translation>
    </message>
    <message>
        <source>Taught on %1 in %2 s.</source>
        <translation>学习了 %1，用时 %2 s。</translation>
    </message>
    <message>
        <source>%1 of other classes left out.</source>
        <translation>略去其他类别的 %1。</translation>
    </message>
    <message>
        <source>too few to keep any back</source>
        <translation>太少，无法留出</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>not measured: there is no MNIST</source>
        <translation>未测量：没有 MNIST</translation>
    </message>
    <message>
        <source>not measured: Training names no set of these classes</source>
        <translation>未测量：“训练”中没有这些类别的数据集</translation>
    </message>
    <message>
        <source>%1 right before, %2 after</source>
        <translation>之前 %1 正确，之后 %2</translation>
    </message>
    <message>
        <source>Mine, not seen</source>
        <translation>我的，未学过</translation>
    </message>
    <message>
        <source>Mine, taught</source>
        <translation>我的，学过</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunCompare</name>
    <message>
        <source>Results of both</source>
        <translation>二者的结果</translation>
    </message>
    <message>
        <source>Settings of both</source>
        <translation>二者的设置</translation>
    </message>
    <message>
        <source>Class by class</source>
        <translation>逐类别</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>There is nothing to compare until both were evaluated on the same classes.</source>
        <translation>二者都在相同的类别上评估之后才能比较。</translation>
    </message>
    <message>
        <source>Test accuracy of the newer less that of the older, in points</source>
        <translation>较新的测试准确率减去较旧的，以百分点计</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunDelegate</name>
    <message>
        <source>Name of the run</source>
        <translation>运行的名称</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunDetails</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Use the best</source>
        <translation>使用最佳</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Show its files</source>
        <translation>显示其文件</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The engine is still being loaded.</source>
        <translation>引擎仍在加载。</translation>
    </message>
    <message>
        <source>Resume it at its last step, as if it had never been stopped</source>
        <translation>从最后一步继续，如同从未停止</translation>
    </message>
    <message>
        <source>Read and train with the weights of step %1</source>
        <translation>用第 %1 步的权重识别和训练</translation>
    </message>
    <message>
        <source>Read and train with its best weights</source>
        <translation>用其最佳权重识别和训练</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>使用这些</translation>
    </message>
    <message>
        <source>Throw it away; that can be undone (Delete)</source>
        <translation>丢弃它；可以撤销（Delete）</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunLines</name>
    <message>
        <source>Started %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>%1, started %2</source>
        <translation>%1，开始于 %2</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunPages</name>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>No training data</source>
        <translation>没有训练数据</translation>
    </message>
    <message>
        <source>Watch it learn</source>
        <translation>看它学习</translation>
    </message>
    <message>
        <source>Choose a recipe and press Train. Loss and accuracy are drawn here while the network learns.</source>
        <translation>选择方案并按“训练”。网络学习时，损失和准确率画在这里。</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunProgress</name>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>幅/秒</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Progress in numbers</source>
        <translation>用数字表示的进度</translation>
    </message>
    <message>
        <source>Loss and accuracy are those of the last batch; the gradient norm is that of all weights together</source>
        <translation>损失和准确率是最近一个批次的；梯度范数是所有权重合计的</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 of the steps of this run are done</source>
        <translation>此运行的步已完成 %1</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunTable</name>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>MNIST + my samples</source>
        <comment>how wide the column is</comment>
        <translation>MNIST + 我的样本</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunTableModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>It is trained now; its curves are those in the accent colour</source>
        <translation>正在训练它；其曲线用强调色</translation>
    </message>
    <message>
        <source>Tick it to lay its curves beneath those of the current run. F2 renames it.</source>
        <translation>勾选它，可把其曲线衬在当前运行的曲线下面。F2 重命名。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Best test</source>
        <translation>最佳测试</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>最后测试</translation>
    </message>
    <message>
        <source>Best val.</source>
        <translation>最佳验证</translation>
    </message>
    <message>
        <source>Last val.</source>
        <translation>最后验证</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>幅/秒</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Tick runs to lay their curves beneath those of the current run; double-click a name to change it</source>
        <translation>勾选运行，可把其曲线衬在当前运行的曲线下面；双击名称可更改</translation>
    </message>
    <message>
        <source>How it ended, or that it is under way</source>
        <translation>怎样结束的，或仍在进行</translation>
    </message>
    <message>
        <source>Share of the test set read correctly by its best weights</source>
        <translation>其最佳权重读对的测试集比例</translation>
    </message>
    <message>
        <source>Share of the test set read correctly by its last weights</source>
        <translation>其最后权重读对的测试集比例</translation>
    </message>
    <message>
        <source>Share of the images held out read correctly by its best weights</source>
        <translation>其最佳权重读对的留出图像比例</translation>
    </message>
    <message>
        <source>Share of the images held out read correctly by its last weights</source>
        <translation>其最后权重读对的留出图像比例</translation>
    </message>
    <message>
        <source>Passes over the training set</source>
        <translation>遍历训练集的次数</translation>
    </message>
    <message>
        <source>Batches learnt from</source>
        <translation>用于学习的批次数</translation>
    </message>
    <message>
        <source>Time of training, over all its parts</source>
        <translation>训练时间，各段合计</translation>
    </message>
    <message>
        <source>Images learnt from in a second, evaluations included</source>
        <translation>每秒学习的图像数，含评估</translation>
    </message>
    <message>
        <source>When it began</source>
        <translation>何时开始</translation>
    </message>
    <message>
        <source>What its settings were made of</source>
        <translation>其设置由什么而来</translation>
    </message>
    <message>
        <source>What it was trained on</source>
        <translation>用什么训练</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunText</name>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>%1, started %2</source>
        <translation>%1，开始于 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Started %1, %2 steps in %3</source>
        <translation>开始于 %1，%3 内 %2 步</translation>
    </message>
    <message>
        <source>Step %1, epoch %2 – the answer and the maps are those of these weights</source>
        <translation>步 %1，轮 %2 – 答案和特征图是这些权重的</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Until accuracy</source>
        <translation>直到准确率</translation>
    </message>
    <message>
        <source>Evaluated</source>
        <translation>评估</translation>
    </message>
    <message numerus="yes">
        <source>every %n step(s)</source>
        <translation>
            <numerusform>每 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Images/s</source>
        <translation>幅/秒</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>测试损失</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>验证准确率</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>Best at step</source>
        <translation>最佳步</translation>
    </message>
    <message>
        <source>It is being trained. Stop the training first.</source>
        <translation>正在训练它。请先停止训练。</translation>
    </message>
    <message>
        <source>Another Glyphscope is training it.</source>
        <translation>另一个 Glyphscope 正在训练它。</translation>
    </message>
    <message>
        <source>It is being trained now.</source>
        <translation>现在正在训练它。</translation>
    </message>
    <message>
        <source>It has come to its end.</source>
        <translation>它已到终点。</translation>
    </message>
    <message>
        <source>It failed. Start a new one with other settings; its weights can still be used.</source>
        <translation>它失败了。请换设置重新开始；其权重仍可使用。</translation>
    </message>
    <message>
        <source>Another run is being trained. Stop it first.</source>
        <translation>正在训练另一个运行。请先停止它。</translation>
    </message>
    <message>
        <source>It has kept no weights yet.</source>
        <translation>它还没有保存权重。</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>它失败了。</translation>
    </message>
    <message>
        <source>The program ended during this run. It can be resumed where it was stopped.</source>
        <translation>程序在此运行期间结束。可以从停止处继续。</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunsController</name>
    <message>
        <source>The last training, %1, was stopped at epoch %2 of %3 when the program ended.</source>
        <translation>上次训练 %1 在程序结束时停在第 %2 轮，共 %3 轮。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Weights of step %1</source>
        <translation>第 %1 步的权重</translation>
    </message>
    <message>
        <source>Best of %1</source>
        <translation>%1 的最佳</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
</context>
<context>
    <name>glyphscope::RunsPanel</name>
    <message>
        <source>%1 are chosen. Choose two to compare them.</source>
        <translation>选了 %1。选两个可以比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are in the trash</source>
        <translation>
            <numerusform>%n 个运行在回收站中</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is in the trash</source>
        <translation>%1 在回收站中</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行记录</translation>
    </message>
    <message>
        <source>Choose a run to see it in full, or two to compare them</source>
        <translation>选一个运行查看全部，或选两个比较</translation>
    </message>
    <message>
        <source>Every training is kept here, with its settings, curves and weights. Train a network and it appears.</source>
        <translation>每次训练连同设置、曲线和权重都保存在这里。训练一个网络，它就会出现。</translation>
    </message>
    <message>
        <source>Take it out of the trash again (Ctrl+Z)</source>
        <translation>从回收站取回它（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Rename	F2</source>
        <translation>重命名	F2</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Show or hide in the curves	Space</source>
        <translation>在曲线中显示或隐藏	Space</translation>
    </message>
    <message>
        <source>Move to trash	Del</source>
        <translation>移到回收站	Del</translation>
    </message>
</context>
<context>
    <name>glyphscope::SampleGallery</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Put on the canvas</source>
        <translation>放到画布上</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>It was a</source>
        <translation>它是</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>glyphscope::SampleModel</name>
    <message>
        <source>Meant to be %1.</source>
        <translation>本意是 %1。</translation>
    </message>
    <message>
        <source>The weights in use do not know this class.</source>
        <translation>当前权重不认识此类别。</translation>
    </message>
    <message>
        <source>The network reads it so.</source>
        <translation>网络也这样读。</translation>
    </message>
    <message>
        <source>The network reads %1.</source>
        <translation>网络读作 %1。</translation>
    </message>
</context>
<context>
    <name>glyphscope::SampleSheetDialog</name>
    <message>
        <source>Import a sheet</source>
        <translation>导入样本表</translation>
    </message>
    <message>
        <source>Select some, then type what they are.</source>
        <translation>选择一些，然后键入它们是什么。</translation>
    </message>
    <message>
        <source>It was a</source>
        <translation>它是</translation>
    </message>
    <message>
        <source>Say what the selected characters are</source>
        <translation>说明所选字符是什么</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Do not keep the selected characters, or take them in again (Del)</source>
        <translation>不保存所选字符，或重新纳入（Del）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) found. Each row of the sheet gives its label.</source>
        <translation>
            <numerusform>找到 %n 个字符。表的每一行给出标签。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) found, labelled as the network reads them.</source>
        <translation>
            <numerusform>找到 %n 个字符，按网络的识别结果加标签。</numerusform>
        </translation>
    </message>
    <message>
        <source>The network reads all of them so, too.</source>
        <translation>网络的识别结果全部一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) read otherwise (≠)</source>
        <translation>
            <numerusform>%n 个字符的识别结果不同（≠）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n sample(s)</source>
        <translation>
            <numerusform>保存 %n 个样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::SampleSheetModel</name>
    <message>
        <source>%1, left out</source>
        <translation>%1，已去掉</translation>
    </message>
    <message>
        <source>%1, read as nothing that the network knows</source>
        <translation>%1，识别为网络不认识的内容</translation>
    </message>
    <message>
        <source>%1, read so, too</source>
        <translation>%1，识别结果一致</translation>
    </message>
    <message>
        <source>%1, read as %2</source>
        <translation>%1，识别为 %2</translation>
    </message>
</context>
<context>
    <name>glyphscope::SampleSheetView</name>
    <message>
        <source>Characters of the sheet</source>
        <translation>表上的字符</translation>
    </message>
    <message>
        <source>It was a</source>
        <translation>它是</translation>
    </message>
    <message>
        <source>Leave out, or take in again</source>
        <translation>去掉，或重新纳入</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>glyphscope::SamplesController</name>
    <message>
        <source>Weights of the running fine-tune</source>
        <translation>进行中的微调的权重</translation>
    </message>
    <message>
        <source>Import samples</source>
        <translation>导入样本</translation>
    </message>
    <message>
        <source>InkML, UNIPEN, or one of four IDX files (*.inkml *.dat *-ubyte *-ubyte.gz)</source>
        <translation>InkML、UNIPEN，或四个 IDX 文件之一 (*.inkml *.dat *-ubyte *-ubyte.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 imported, %2 were there already.</source>
        <translation>已导入 %1，另有 %2 个早已存在。</translation>
    </message>
    <message>
        <source>Export as InkML</source>
        <translation>导出为 InkML</translation>
    </message>
    <message>
        <source>InkML (*.inkml)</source>
        <translation>InkML (*.inkml)</translation>
    </message>
    <message>
        <source>Export as IDX files into a folder</source>
        <translation>导出为 IDX 文件到文件夹</translation>
    </message>
    <message>
        <source>%1 exported to %2.</source>
        <translation>已把 %1导出到 %2。</translation>
    </message>
    <message>
        <source>A training is running. Stop it, then teach.</source>
        <translation>训练正在进行。请先停止它，再教。</translation>
    </message>
    <message>
        <source>Fine-tuned on %1</source>
        <translation>用 %1微调</translation>
    </message>
    <message>
        <source>%1 kept.</source>
        <translation>%1已保存。</translation>
    </message>
</context>
<context>
    <name>glyphscope::SamplesPanel</name>
    <message>
        <source>My handwriting</source>
        <translation>我的笔迹</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Samples of every class</source>
        <translation>各类别的样本</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All samples, to InkML or IDX files</source>
        <translation>所有样本，到 InkML 或 IDX 文件</translation>
    </message>
    <message>
        <source>As InkML, the strokes</source>
        <translation>笔画，存为 InkML</translation>
    </message>
    <message>
        <source>As IDX files, the images</source>
        <translation>图像，存为 IDX 文件</translation>
    </message>
    <message>
        <source>Take the last change back (Ctrl+Z)</source>
        <translation>撤回上一次改动（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Draw something, then say what it was.</source>
        <translation>请写点什么，再标明是什么。</translation>
    </message>
    <message>
        <source>%1 relabelled as %2</source>
        <translation>%1已改标为 %2</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>all read right</source>
        <translation>全部读对</translation>
    </message>
    <message>
        <source>%1 misread</source>
        <translation>%1 个读错</translation>
    </message>
    <message>
        <source>%1 of other classes</source>
        <translation>%1属于其他类别</translation>
    </message>
    <message>
        <source>Samples from files, or written on paper and photographed</source>
        <translation>来自文件的样本，或写在纸上拍照的样本</translation>
    </message>
    <message>
        <source>Files of InkML, UNIPEN or IDX…</source>
        <translation>InkML、UNIPEN 或 IDX 文件…</translation>
    </message>
    <message>
        <source>A sheet…</source>
        <translation>样本表…</translation>
    </message>
    <message>
        <source>Print a blank sheet on A4…</source>
        <translation>打印空白样本表（A4）…</translation>
    </message>
    <message>
        <source>Print a blank sheet on Letter…</source>
        <translation>打印空白样本表（Letter）…</translation>
    </message>
</context>
<context>
    <name>glyphscope::ScheduleSketch</name>
    <message>
        <source>Course of the learning rate</source>
        <translation>学习率的走势</translation>
    </message>
    <message>
        <source>The learning rate over the run: %1 at first, %2 at the most, %3 in the end</source>
        <translation>运行中的学习率：起初 %1，最高 %2，最后 %3</translation>
    </message>
    <message>
        <source>start</source>
        <translation>开始</translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n 轮</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::Scrubber</name>
    <message>
        <source>Current weights</source>
        <translation>当前权重</translation>
    </message>
    <message>
        <source>The answer and the maps are again those of the current weights (Esc)</source>
        <translation>答案和特征图恢复为当前权重的（Esc）</translation>
    </message>
    <message>
        <source>Left and Right go from one checkpoint to the next</source>
        <translation>Left 和 Right 在检查点之间移动</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play: four checkpoints a second</source>
        <translation>播放：每秒四个检查点</translation>
    </message>
    <message>
        <source>No checkpoints yet: there is nothing to show.</source>
        <translation>还没有检查点：没有可显示的。</translation>
    </message>
    <message>
        <source>The engine is still being loaded.</source>
        <translation>引擎仍在加载。</translation>
    </message>
    <message numerus="yes">
        <source>%n checkpoint(s), ★ the best. Move the slider and your drawing is read by the weights of that time.</source>
        <translation>
            <numerusform>%n 个检查点，★ 为最佳。移动滑块，用当时的权重识别您的手写图。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::SeedField</name>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>A new seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>新种子</translation>
    </message>
    <message>
        <source>The same seed gives the same network again on this machine</source>
        <translation>在本机上，相同的种子得到相同的网络</translation>
    </message>
</context>
<context>
    <name>glyphscope::SheetController</name>
    <message>
        <source>Import a sheet of samples</source>
        <translation>导入样本表</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.webp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save a blank sheet to print</source>
        <translation>保存供打印的空白样本表</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>A blank sheet was saved to %1. Print it at its own size.</source>
        <translation>空白样本表已保存到 %1。请按原始大小打印。</translation>
    </message>
</context>
<context>
    <name>glyphscope::SheetView</name>
    <message>
        <source>Maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Values of the classes</source>
        <translation>各类别的值</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>色阶</translation>
    </message>
    <message>
        <source>Smaller (−, or Ctrl and the wheel)</source>
        <translation>缩小（−，或 Ctrl 加滚轮）</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>显示全部（0）</translation>
    </message>
    <message>
        <source>Larger, up to the numbers themselves (+, or Ctrl and the wheel)</source>
        <translation>放大，直到数字本身（+，或 Ctrl 加滚轮）</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Scale of the whole network</source>
        <translation>整个网络的色阶</translation>
    </message>
    <message>
        <source>Scale of the layer</source>
        <translation>本层的色阶</translation>
    </message>
    <message>
        <source>Scale of map %1</source>
        <translation>特征图 %1 的色阶</translation>
    </message>
    <message>
        <source>Every map has its own scale</source>
        <translation>每幅特征图有自己的色阶</translation>
    </message>
    <message>
        <source>Map %1 alone. Double-click or Escape shows all.</source>
        <translation>只显示特征图 %1。双击或 Escape 显示全部。</translation>
    </message>
</context>
<context>
    <name>glyphscope::SoftmaxCard</name>
    <message>
        <source>Show which pixels speak for this class, in Why</source>
        <translation>在“原因”中显示哪些像素支持此类别</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Why %1 for %2?</source>
        <comment>a percentage and a class</comment>
        <translation>%2 为什么是 %1？</translation>
    </message>
    <message>
        <source>Before softmax these weights divide every logit by their temperature, %1.</source>
        <translation>softmax 之前，这些权重把每个 logit 除以其温度 %1。</translation>
    </message>
    <message>
        <source>Share of the sum: %1</source>
        <translation>占总和的比例：%1</translation>
    </message>
</context>
<context>
    <name>glyphscope::SoftmaxText</name>
    <message>
        <source>Temperature: %1.</source>
        <translation>温度：%1。</translation>
    </message>
    <message>
        <source>Logit of %1: %2, the highest of %3.</source>
        <translation>%1 的 logit：%2，%3 个中最高。</translation>
    </message>
    <message>
        <source>Logit of %1: %2, number %3 of %4.</source>
        <translation>%1 的 logit：%2，在 %4 个中排第 %3。</translation>
    </message>
</context>
<context>
    <name>glyphscope::StageStrip</name>
    <message>
        <source>From strokes to the network&apos;s input</source>
        <translation>从笔画到网络的输入</translation>
    </message>
    <message>
        <source>Shifted by (%1, %2) so that the centre of mass lies in the middle.</source>
        <translation>平移 (%1, %2)，使质心居中。</translation>
    </message>
    <message>
        <source>Image of %1 with your strokes in its own pixels. No box, no shift.</source>
        <translation>%1 的图像，您的笔画在其像素中。没有包围框，没有平移。</translation>
    </message>
    <message>
        <source>Image of %1, read as it is. No box, no shift: the network gets these bytes.</source>
        <translation>%1 的图像，原样读取。没有包围框，没有平移：网络得到的就是这些字节。</translation>
    </message>
    <message>
        <source>What the network gets appears here while you write.</source>
        <translation>您书写时，网络得到的输入显示在这里。</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>行 %1，列 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>笔迹</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>纸</translation>
    </message>
    <message>
        <source>%1: %2 of 255</source>
        <translation>%1：%2/255</translation>
    </message>
    <message>
        <source>%1: %2 → network input %3</source>
        <translation>%1：%2 → 网络输入 %3</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Tight box</source>
        <translation>紧包围框</translation>
    </message>
    <message>
        <source>20×20</source>
        <translation>20×20</translation>
    </message>
    <message>
        <source>28×28</source>
        <translation>28×28</translation>
    </message>
    <message>
        <source>28×28 centred</source>
        <translation>28×28 居中</translation>
    </message>
    <message>
        <source>Pixels appear here as you write.</source>
        <translation>您书写时，像素显示在这里。</translation>
    </message>
    <message>
        <source>Shifted by (%1, %2) to the middle.</source>
        <translation>平移 (%1, %2) 到中央。</translation>
    </message>
</context>
<context>
    <name>glyphscope::SweepModel</name>
    <message>
        <source>Without channel %1 the answer is %2. %3 changes by %4 points.</source>
        <translation>没有通道 %1 时答案是 %2。%3 变化 %4 个百分点。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Change in points</source>
        <translation>变化（百分点）</translation>
    </message>
    <message>
        <source>The channel (of a vector: value) that is taken away</source>
        <translation>被去掉的通道（对向量：值）</translation>
    </message>
    <message>
        <source>What the network would answer if this channel were always zero</source>
        <translation>若此通道恒为零，网络会怎样回答</translation>
    </message>
    <message>
        <source>What the answer&apos;s probability gains or loses without the channel, in points of 100</source>
        <translation>没有此通道时，答案的概率增减多少个百分点</translation>
    </message>
</context>
<context>
    <name>glyphscope::Tour</name>
    <message>
        <source>The tour stopped at &quot;%1&quot;: %2</source>
        <translation>导览停在“%1”：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) in %1</source>
        <translation>
            <numerusform>%1 中有 %n 幅图片</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::TrainingController</name>
    <message>
        <source>Stopped before the first step. Nothing was changed.</source>
        <translation>在第一步之前停止。没有任何改变。</translation>
    </message>
    <message>
        <source>Stopped at step %1, before the first test.</source>
        <translation>在第 %1 步停止，尚未测试。</translation>
    </message>
    <message>
        <source>Stopped after %1 s; %2 on the test set when last measured.</source>
        <translation>%1 s 后停止；最近一次测量时测试集上为 %2。</translation>
    </message>
    <message>
        <source>Done in %1 s: %2 on the test set.</source>
        <translation>完成，用时 %1 s：测试集上为 %2。</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>Weights of the running training</source>
        <translation>进行中的训练的权重</translation>
    </message>
    <message>
        <source>The network is being taught your hand. Train when that is done.</source>
        <translation>网络正在学习您的笔迹。请在完成后再训练。</translation>
    </message>
    <message>
        <source>Trained: %1, step %2</source>
        <translation>已训练：%1，第 %2 步</translation>
    </message>
    <message>
        <source>These weights are in use.</source>
        <translation>正在使用这些权重。</translation>
    </message>
    <message>
        <source>Other weights are in use; these are kept in Runs.</source>
        <translation>正在使用别的权重；这些保存在“运行记录”中。</translation>
    </message>
    <message>
        <source>Other weights are in use; these are not in Runs.</source>
        <translation>正在使用别的权重；这些不在“运行记录”中。</translation>
    </message>
    <message>
        <source>Last good weights of the run, step %1</source>
        <translation>该运行最后的良好权重，第 %1 步</translation>
    </message>
    <message>
        <source>Untrained weights of seed %1</source>
        <translation>种子 %1 的未训练权重</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>TensorBoard events (*.tfevents)</source>
        <translation>TensorBoard 事件 (*.tfevents)</translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
</context>
<context>
    <name>glyphscope::TrainingForecast</name>
    <message numerus="yes">
        <source>This training takes about %n more minute(s) at %1 images/s. Stop keeps what it has learnt, and it can be resumed.</source>
        <translation>
            <numerusform>以每秒 %1 幅计，此训练还需约 %n 分钟。“停止”保留已学到的，以后可以继续。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>What is trained on; press to choose</source>
        <translation>用什么训练；按下选择</translation>
    </message>
    <message>
        <source>Stopped after step %1.</source>
        <translation>在第 %1 步之后停止。</translation>
    </message>
    <message>
        <source>%1 was stopped at epoch %2 of %3. It can be resumed there.</source>
        <translation>%1 停在第 %2 轮，共 %3 轮。可以从那里继续。</translation>
    </message>
    <message>
        <source>After step %1: %2.</source>
        <translation>第 %1 步之后：%2。</translation>
    </message>
    <message>
        <source>The network is still being loaded.</source>
        <translation>网络仍在加载。</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1，种子 %2</translation>
    </message>
    <message>
        <source>Training %1.</source>
        <translation>正在训练：%1。</translation>
    </message>
    <message>
        <source>Paused after step %1 of %2.</source>
        <translation>在第 %1 步之后暂停，共 %2 步。</translation>
    </message>
    <message>
        <source>Stopping %1.</source>
        <translation>正在停止：%1。</translation>
    </message>
    <message>
        <source>Training needs data.</source>
        <translation>训练需要数据。</translation>
    </message>
</context>
<context>
    <name>glyphscope::TrainingPlan</name>
    <message>
        <source>Train trains %1.</source>
        <translation>“训练”将训练 %1。</translation>
    </message>
    <message>
        <source>Train trains %1: about %2.</source>
        <translation>“训练”将训练 %1：约 %2。</translation>
    </message>
    <message>
        <source>Training %1 takes about %2, at %3 images/s as measured before.</source>
        <translation>训练 %1 约需 %2，按之前测得的每秒 %3 幅计。</translation>
    </message>
    <message>
        <source>%1 of the network&apos;s parameters learn; the others are frozen.</source>
        <translation>网络的参数有 %1 学习；其余已冻结。</translation>
    </message>
    <message>
        <source>All of the network&apos;s parameters are frozen: nothing learns.</source>
        <translation>网络的所有参数都已冻结：什么也不学。</translation>
    </message>
</context>
<context>
    <name>glyphscope::TrainingSettingsCard</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Begin with the weights in use</source>
        <translation>从当前权重开始</translation>
    </message>
    <message>
        <source>Train on what the network has learnt, such as a network that has grown in Build. Otherwise the seed draws new weights.</source>
        <translation>在网络已学到的基础上继续训练，例如在“搭建”中扩展过的网络。否则由种子抽取新的权重。</translation>
    </message>
</context>
<context>
    <name>glyphscope::TransportRow</name>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;R)</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>一轮</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Start over with the &amp;same seed</source>
        <translation>用相同的种子重来(&amp;S)</translation>
    </message>
    <message>
        <source>The network as it was before its first step</source>
        <translation>回到第一步之前的网络</translation>
    </message>
    <message>
        <source>Start over with a &amp;new seed</source>
        <translation>用新种子重来(&amp;N)</translation>
    </message>
    <message>
        <source>Another untrained network</source>
        <translation>另一个未训练的网络</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Pause after this step; nothing is lost (Space)</source>
        <translation>此步之后暂停；什么都不会丢失（空格）</translation>
    </message>
    <message>
        <source>Train a new network (Space)</source>
        <translation>训练新网络（空格）</translation>
    </message>
    <message>
        <source>Resume training (Space)</source>
        <translation>继续训练（空格）</translation>
    </message>
    <message>
        <source>Resume the stopped run</source>
        <translation>继续停止的运行</translation>
    </message>
    <message>
        <source>One step: train by one batch, then pause</source>
        <translation>一步：训练一个批次后暂停</translation>
    </message>
    <message>
        <source>One step: resume for one batch, then pause</source>
        <translation>一步：继续一个批次后暂停</translation>
    </message>
    <message>
        <source>One epoch: train to the end of the epoch, then pause</source>
        <translation>一轮：训练到本轮结束后暂停</translation>
    </message>
    <message>
        <source>One epoch: resume to the end of the epoch, then pause</source>
        <translation>一轮：继续到本轮结束后暂停</translation>
    </message>
    <message>
        <source>Stop: end this run; what was learned so far is kept, and it can be resumed</source>
        <translation>停止：结束此运行；保留目前学到的，以后可以继续</translation>
    </message>
    <message>
        <source>Reset: back to an untrained network, with the same or a new seed</source>
        <translation>重置：回到未训练的网络，用相同的或新的种子</translation>
    </message>
</context>
<context>
    <name>glyphscope::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>glyphscope::UndoRouter</name>
    <message>
        <source>change of the drawing</source>
        <translation>手写图的改动</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>glyphscope::UnitView</name>
    <message>
        <source>Let go of this value (Escape)</source>
        <translation>放开此值（Escape）</translation>
    </message>
    <message>
        <source>Let go of this value</source>
        <translation>放开此值</translation>
    </message>
    <message>
        <source>One value explained</source>
        <translation>解释一个值</translation>
    </message>
</context>
<context>
    <name>glyphscope::ValueHistogram</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s) from %1 to %2
(heights are logarithmic)</source>
        <translation>
            <numerusform>%Ln 个值，从 %1 到 %2
（高度为对数）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glyphscope::WeightsController</name>
    <message>
        <source>%1 The shipped weights are used.</source>
        <translation>%1改用自带权重。</translation>
    </message>
    <message>
        <source>Shipped weights</source>
        <translation>自带权重</translation>
    </message>
</context>
<context>
    <name>glyphscope::WeightsFiles</name>
    <message>
        <source>Open weights</source>
        <translation>打开权重</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pt *.pth)</source>
        <translation>权重 (*.safetensors *.pt *.pth)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <source>safetensors (*.safetensors)</source>
        <translation>safetensors (*.safetensors)</translation>
    </message>
    <message>
        <source>PyTorch (*.pt)</source>
        <translation>PyTorch (*.pt)</translation>
    </message>
    <message>
        <source>ONNX (*.onnx)</source>
        <translation>ONNX (*.onnx)</translation>
    </message>
    <message>
        <source>NumPy (*.npz)</source>
        <translation>NumPy (*.npz)</translation>
    </message>
    <message>
        <source>Weights: %1</source>
        <translation>权重：%1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>已存为 %1。</translation>
    </message>
</context>
<context>
    <name>glyphscope::WelcomeCard</name>
    <message>
        <source>New here? Draw a digit, or start lesson 1.</source>
        <translation>第一次使用？画一个数字，或开始第 1 课。</translation>
    </message>
    <message>
        <source>Start lesson 1</source>
        <translation>开始第 1 课</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close; the lessons stay in the menu Help</source>
        <translation>关闭；课程仍在“帮助”菜单中</translation>
    </message>
</context>
<context>
    <name>glyphscope::WhatIfPage</name>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>The module whose channels are taken away, one after the other</source>
        <translation>逐个去掉其通道的模块</translation>
    </message>
    <message>
        <source>Channels, the most important first</source>
        <translation>各通道，最重要的在先</translation>
    </message>
    <message>
        <source>With all: %1</source>
        <translation>全部保留：%1</translation>
    </message>
    <message>
        <source>What becomes of the answer</source>
        <translation>答案会变成什么</translation>
    </message>
    <message>
        <source>Add a hook that keeps this channel at zero (Enter)</source>
        <translation>添加让此通道恒为零的钩子（Enter）</translation>
    </message>
    <message>
        <source>The drawing has changed since. Try again.</source>
        <translation>手写图已改变。请重试。</translation>
    </message>
    <message>
        <source>The answer has changed since. Try again.</source>
        <translation>答案已改变。请重试。</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>正在试…</translation>
    </message>
    <message>
        <source>Try without each</source>
        <translation>逐个去掉试试</translation>
    </message>
    <message>
        <source>Read the drawing once without each channel of this module</source>
        <translation>去掉此模块的每个通道各识别一次手写图</translation>
    </message>
    <message>
        <source>Write a digit first</source>
        <translation>请先写一个数字</translation>
    </message>
    <message>
        <source>Reading the drawing without each channel in turn…</source>
        <translation>正在逐个去掉通道识别手写图…</translation>
    </message>
    <message>
        <source>What if a filter did not exist? Choose a module and press Try to see which ones the answer hangs on.</source>
        <translation>假如某个滤波器不存在？选择一个模块，再按“试试”，看答案取决于哪些。</translation>
    </message>
    <message>
        <source>Write a digit, then see which filters the answer hangs on.</source>
        <translation>写一个数字，看答案取决于哪些滤波器。</translation>
    </message>
    <message>
        <source>No single channel of %1 changes the answer.</source>
        <translation>%1 没有哪个通道能单独改变答案。</translation>
    </message>
    <message>
        <source>%1: the answer hangs on %2 of %3 channels.</source>
        <translation>%1：答案取决于 %3 个通道中的 %2 个。</translation>
    </message>
    <message>
        <source>Choose a channel</source>
        <translation>请选择一个通道</translation>
    </message>
    <message>
        <source>Without channel %1: %2</source>
        <translation>没有通道 %1：%2</translation>
    </message>
    <message>
        <source>Zero channel %1 with a hook</source>
        <translation>用钩子把通道 %1 置零</translation>
    </message>
</context>
<context>
    <name>glyphscope::WhyPanel</name>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Nothing drawn yet</source>
        <translation>还没有书写</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Write a digit to see which of its pixels the answer rests on, by six methods, for any class against any other.</source>
        <translation>写一个数字，用六种方法看答案取决于它的哪些像素，可对任一类别与另一类别。</translation>
    </message>
    <message>
        <source>The network is still being loaded.</source>
        <translation>网络仍在加载。</translation>
    </message>
    <message>
        <source>A class cannot be set against itself: it stands alone</source>
        <translation>类别不能与自己相对：它单独解释</translation>
    </message>
    <message>
        <source>Explain why not this class instead</source>
        <translation>改为解释为何不是此类别</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Which pixels the score rests on</source>
        <translation>得分取决于哪些像素</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>The score&apos;s gradient at every module</source>
        <translation>得分在每个模块处的梯度</translation>
    </message>
    <message>
        <source>Class it is set against</source>
        <translation>相对的类别</translation>
    </message>
    <message>
        <source>What is explained: the last layer&apos;s value before softmax</source>
        <translation>解释的内容：最后一层在 softmax 之前的值</translation>
    </message>
    <message>
        <source>A&amp;gainst</source>
        <translation>相对于(&amp;G)</translation>
    </message>
</context>
<context>
    <name>glyphscope::WindowLife</name>
    <message>
        <source>No font with Chinese characters is installed. Install one, such as fonts-noto-cjk on Debian, and start the program again.</source>
        <comment>in English as well: the translation may show as boxes</comment>
        <translation>No font with Chinese characters is installed. Install one, such as fonts-noto-cjk on Debian, and start the program again. 没有安装中文字体，请安装（Debian 上例如 fonts-noto-cjk）后重新启动程序。</translation>
    </message>
</context>
<context>
    <name>glyphscope::Wiring</name>
    <message>
        <source>Loading LibTorch …</source>
        <translation>正在加载 LibTorch …</translation>
    </message>
    <message>
        <source>The network is still being loaded.</source>
        <translation>网络仍在加载。</translation>
    </message>
    <message>
        <source>No engine</source>
        <translation>没有引擎</translation>
    </message>
    <message>
        <source>What is being trained now could not be resumed. The language changes at the next start.</source>
        <translation>正在训练的内容无法中断后继续。语言将在下次启动时更改。</translation>
    </message>
</context>
</TS>
