using System.Globalization;
using System.Runtime.InteropServices;

namespace CoopMarket.Web.Adapters.Images;

/// <summary>
/// What stands in a photo's place until its variants are ready: its colors in a grid of <see cref="Columns"/> by
/// <see cref="Rows"/>, stretched over the photo's area whatever its shape. Stored and parsed as one word of hex digits.
/// </summary>
internal sealed record PhotoColors
{
    /// <summary>Cells side by side.</summary>
    public const int Columns = 4;

    /// <summary>Cells above one another.</summary>
    public const int Rows = 3;

    private const int Digits = 6;

    private PhotoColors(string dominant, IReadOnlyList<string> cells) => (Dominant, Cells) = (dominant, cells);

    /// <summary>The color that most of the photo has, as <c>#rrggbb</c> in sRGB.</summary>
    public string Dominant { get; }

    /// <summary>The cells' average colors as <c>#rrggbb</c> in sRGB, row by row from the upper left.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>Takes the cells and the dominant color from a small picture of at least a few pixels a cell.</summary>
    /// <param name="rgb">Three bytes a pixel, row by row.</param>
    /// <param name="width">Pixels, divisible by <see cref="Columns"/>.</param>
    /// <param name="height">Pixels, divisible by <see cref="Rows"/>.</param>
    public static PhotoColors Of(ReadOnlySpan<byte> rgb, int width, int height)
    {
        var cells = new Sum[Columns * Rows];
        var shades = new Sum[8 * 8 * 8];
        for (var pixel = 0; pixel < width * height; pixel++)
        {
            var color = rgb.Slice(pixel * 3, 3);
            var (x, y) = (pixel % width, pixel / width);
            cells[y * Rows / height * Columns + x * Columns / width].Add(color);
            shades[(color[0] >> 5) << 6 | (color[1] >> 5) << 3 | color[2] >> 5].Add(color);
        }
        return new PhotoColors(shades.MaxBy(shade => shade.Pixels).Average, [.. cells.Select(cell => cell.Average)]);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static PhotoColors Parse(string stored)
    {
        if (stored.Length != Digits * (1 + Columns * Rows) || !stored.All(char.IsAsciiHexDigitLower))
            throw new FormatException($"\"{stored}\" isn't the colors of a photo.");
        var colors = stored.Chunk(Digits).Select(digits => $"#{new string(digits)}").ToList();
        return new PhotoColors(colors[0], colors[1..]);
    }

    /// <summary>The dominant color and the cells: 78 lower-case hex digits.</summary>
    public override string ToString() => string.Concat(Cells.Prepend(Dominant).Select(color => color[1..]));

    /// <summary>
    /// The cells as a GIF (version 87a) of one pixel each, which a page carries in itself and a browser blends: 84 bytes. Its colors
    /// are the cells themselves, so the pixels are the numbers from 0 up, and its codes never grow beyond five bits.
    /// </summary>
    public byte[] ToGif()
    {
        const int palette = 16, bits = 4, clear = palette, end = palette + 1, width = bits + 1;
        List<byte> gif = [.. "GIF87a"u8, Columns, 0, Rows, 0, 0x80 | (bits - 1), 0, 0];
        foreach (var cell in Cells)
            gif.AddRange(Convert.FromHexString(cell.AsSpan(1)));
        gif.AddRange(new byte[3 * (palette - Cells.Count)]);
        gif.AddRange([0x2C, 0, 0, 0, 0, Columns, 0, Rows, 0, 0, bits]);
        List<byte> packed = [];
        var (held, free) = (0, 0);
        foreach (var code in Enumerable.Range(0, Cells.Count).Prepend(clear).Append(end))
        {
            held |= code << free;
            for (free += width; free >= 8; free -= 8, held >>= 8)
                packed.Add((byte)held);
        }

        if (free > 0)
            packed.Add((byte)held);
        gif.AddRange([(byte)packed.Count, .. packed, 0, 0x3B]);
        return [.. gif];
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sum
    {
        private int red, green, blue;

        public int Pixels { get; private set; }

        public readonly string Average => string.Create(
            CultureInfo.InvariantCulture, $"#{Mean(red):x2}{Mean(green):x2}{Mean(blue):x2}");

        public void Add(ReadOnlySpan<byte> color)
        {
            red += color[0];
            green += color[1];
            blue += color[2];
            Pixels++;
        }

        private readonly int Mean(int channel) => (channel + Pixels / 2) / Pixels;
    }
}
