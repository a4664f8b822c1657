using System.Security;
using NetVips;

namespace CoopMarket.Web.Adapters.Images;

/// <summary>
/// The picture that other places show beside a link: a photo, a name and a maker, and the woven band below. Its letters are drawn
/// from the two font files beside the program, which have all that Vietnamese needs, so it looks alike on every machine.
/// </summary>
/// <param name="Title">Long ones are set smaller, and cut where nothing else helps.</param>
/// <param name="Maker">One or two lines.</param>
/// <param name="BandWidth">Threads of one repeat of the band.</param>
/// <param name="BandHeight">Threads from edge to edge of it.</param>
/// <param name="Band">Three bytes a thread, row by row.</param>
internal sealed record LinkDrawing(string Title, string Maker, int BandWidth, int BandHeight, byte[] Band)
{
    /// <summary>Pixels, as Open Graph's readers want it.</summary>
    public const int Width = 1200;

    /// <summary>Pixels.</summary>
    public const int Height = 630;

    private const int Thread = 4;
    private const int PhotoWidth = 604;
    private const int TextLeft = 652;
    private const int TextWidth = Width - TextLeft - 44;
    private const int TitleTop = 60;
    private const int TitleHeight = 264;
    private const int LogoSide = 56;
    private const int LongestTitle = 110;
    private const int LongestMaker = 70;
    private const string Family = "Market Serif";

    private static readonly int[] TitleSizes = [72, 62, 54, 46, 40, 34];
    private static readonly double[] Cotton = [250, 246, 236];
    private static readonly double[] Ink = [31, 26, 21];
    private static readonly double[] Ash = [91, 82, 69];
    private static readonly double[] Indigo = [34, 49, 107];
    private static readonly double[] Turmeric = [232, 176, 74];

    /// <summary>Draws it; the caller sees to it that one is drawn at a time.</summary>
    /// <exception cref="InvalidDataException">The photo can't be read, or a text can't be set.</exception>
    internal byte[] Around(byte[] master)
    {
        try
        {
            return Drawn(master);
        }
        catch (VipsException e)
        {
            throw new InvalidDataException("The picture for links can't be drawn.", e);
        }
    }

    private byte[] Drawn(byte[] master)
    {
        var photoHeight = Height - (Thread * BandHeight);
        using var photo = Image.ThumbnailBuffer(master, PhotoWidth, optionString: "[fail-on=error]", height: photoHeight, crop: Enums.Interesting.Centre);
        using var band = Woven();
        using var title = SetTitle();
        using var maker = Set(Cut(Maker, LongestMaker), "Regular", 30);
        using var name = Set("CoopMarket", "Bold", 34);
        using var cloth = Plain(Cotton);
        using var withPhoto = cloth.Insert(photo, 0, 0);
        using var withBand = withPhoto.Insert(band, 0, photoHeight);
        using var withTitle = Write(withBand, title, TextLeft, TitleTop, Ink);
        using var withMaker = Write(withTitle, maker, TextLeft, TitleTop + title.Height + 26, Ash);
        var logoTop = photoHeight - LogoSide - 30;
        using var logo = Logo();
        using var withLogo = withMaker.Insert(logo, TextLeft, logoTop);
        using var whole = Write(withLogo, name, TextLeft + LogoSide + 16, logoTop + ((LogoSide - name.Height) / 2), Indigo);
        return whole.JpegsaveBuffer(q: 84, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
    }

    // The largest size in which the whole title has room.
    private Image SetTitle()
    {
        var title = Cut(Title, LongestTitle);
        foreach (var size in TitleSizes)
        {
            var set = Set(title, "Bold", size);
            if (set.Height <= TitleHeight && set.Width <= TextWidth)
                return set;
            if (size == TitleSizes[^1])
                return set.ExtractArea(0, 0, Math.Min(set.Width, TextWidth), Math.Min(set.Height, TitleHeight));
            set.Dispose();
        }

        throw new InvalidOperationException("A title has a size.");
    }

    // Pango reads markup; at 72 dots to the inch a point is a pixel.
    private static Image Set(string text, string weight, int size) => Image.Text(
        SecurityElement.Escape(text), font: $"{Family} {weight} {size}", width: TextWidth, dpi: 72, spacing: size / 8, wrap: Enums.TextWrap.WordChar,
        fontfile: Path.Combine(AppContext.BaseDirectory, "Fonts", $"MarketSerif-{weight}.ttf"));

    private static Image Write(Image ground, Image text, int left, int top, double[] color)
    {
        using var mask = text.Embed(left, top, Width, Height);
        using var written = mask.Ifthenelse(color, ground, blend: true);
        return written.Cast(Enums.BandFormat.Uchar);
    }

    private Image Woven()
    {
        var repeat = Thread * BandWidth;
        // A figure's middle lies in the picture's.
        var from = (((repeat / 2) + (Thread / 2) - (Width / 2)) % repeat + repeat) % repeat;
        using var threads = Image.NewFromMemory(Band, BandWidth, BandHeight, 3, Enums.BandFormat.Uchar);
        using var color = threads.Copy(interpretation: Enums.Interpretation.Srgb);
        using var large = color.Zoom(Thread, Thread);
        using var many = large.Replicate((Width / repeat) + 2, 1);
        return many.ExtractArea(from, 0, Width, Thread * BandHeight);
    }

    // The market's mark: a diamond of steps, two pixels to the unit of its drawing.
    private static Image Logo()
    {
        var pixels = new byte[LogoSide * LogoSide * 3];
        for (var at = 0; at < LogoSide * LogoSide; at++)
        {
            var (x, y) = (Math.Abs(((at % LogoSide) - ((LogoSide - 1) / 2.0)) / 2), Math.Abs(((at / LogoSide) - ((LogoSide - 1) / 2.0)) / 2));
            var color = Math.Max(x, y) < 1.5 ? Indigo : IsWithin(x, y, 1.5, 2.75, 2) ? Turmeric : IsWithin(x, y, 2, 3, 4) ? Indigo : Cotton;
            for (var band = 0; band < 3; band++)
                pixels[(at * 3) + band] = (byte)color[band];
        }

        using var image = Image.NewFromMemory(pixels, LogoSide, LogoSide, 3, Enums.BandFormat.Uchar);
        return image.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static bool IsWithin(double x, double y, double first, double step, int steps)
        => Math.Max(0, Math.Ceiling((x - first) / step)) + Math.Max(0, Math.Ceiling((y - first) / step)) <= steps;

    private static Image Plain(double[] color)
    {
        using var black = Image.Black(Width, Height, bands: 3);
        using var colored = black + color;
        using var bytes = colored.Cast(Enums.BandFormat.Uchar);
        return bytes.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
}
