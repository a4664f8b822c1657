using NetVips;

namespace CoopMarket.Web.Adapters.Images;

/// <summary>
/// Decodes, turns, shrinks and encodes photos: the one door to libvips. Register it once: one photo is worked on at a
/// time, so that memory stays bounded however many are sent at once, and others wait their turn.
/// </summary>
/// <remarks>
/// How well each file is made says <see cref="PhotoQuality"/>. AVIF effort 3 is the knee: 4 takes four times as long for 1 % fewer
/// bytes, 2 saves a sixth of the time for 5 % more.
/// </remarks>
internal sealed class PhotoWorks : IDisposable
{
    /// <summary>The longer side of a master at most, in pixels: twice the widest variant.</summary>
    public const int MasterSide = 2560;

    /// <summary>The heaviest picture in a film's place, in bytes.</summary>
    public const int MostOfPoster = 40 * 1024;

    // Noise itself fits into the last of them.
    private static readonly (int Width, int Height)[] PosterSizes = [(640, 360), (480, 270), (320, 180)];

    private const int PosterStep = 15;

    private static readonly double[] White = [255, 255, 255];

    private readonly SemaphoreSlim turn = new(1);

    static PhotoWorks()
    {
        // Variants are made one after another; a second thread would only take a core from the pages.
        NetVips.NetVips.Concurrency = 1;
        // No operation is done twice on the same input, so a cache would hold memory for nothing.
        Cache.Max = 0;
        // What goes wrong comes as an exception; the library's own lines on standard error only repeat it.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
        // Whatever PhotoHeader lets through by mistake, nothing but these three decoders ever sees a file.
        Operation.Block("VipsForeignLoad", true);
        foreach (var decoder in (string[])["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"])
            Operation.Block(decoder, false);
    }

    /// <summary>
    /// Checks an uploaded file, decodes it whole and makes the master that is kept of it: upright, sRGB, opaque, without metadata,
    /// <see cref="MasterSide"/> pixels at most. The file itself can then be thrown away.
    /// </summary>
    /// <param name="path">The uploaded file under a name of our own.</param>
    /// <param name="cancel">Gives up waiting for the turn; work that has begun is finished.</param>
    public async Task<PhotoIntake> Intake(string path, CancellationToken cancel)
    {
        await using (var file = File.OpenRead(path))
        {
            if (!PhotoHeader.TryRead(file, out _, out var refusal))
                return new PhotoIntake(null, refusal);
        }
        return await InTurn(() => TakeIn(path), cancel);
    }

    /// <summary>Makes one variant of a master. The same master always gives the same bytes.</summary>
    /// <param name="master">The bytes of <see cref="PhotoMaster.Jpeg"/>.</param>
    /// <param name="width">Pixels at most; a narrower master keeps its own width.</param>
    /// <param name="format">The format to encode.</param>
    /// <param name="cancel">Gives up waiting for the turn; work that has begun is finished.</param>
    /// <exception cref="InvalidDataException">The master is damaged: it isn't what <see cref="Intake"/> made.</exception>
    public Task<byte[]> Make(byte[] master, int width, PhotoFormat format, CancellationToken cancel) =>
        Make(master, width, format, PhotoQuality.Of(format), cancel);

    /// <summary>The same at another quality, from 1 to 100 by the format's own scale.</summary>
    /// <exception cref="InvalidDataException">The master is damaged.</exception>
    public Task<byte[]> Make(byte[] master, int width, PhotoFormat format, int quality, CancellationToken cancel) =>
        InTurn(() => Encode(master, width, format, quality), cancel);

    /// <summary>A WebP of sixteen to nine for a film's place, the best that is no heavier than <see cref="MostOfPoster"/>.</summary>
    /// <param name="master">The bytes of <see cref="PhotoMaster.Jpeg"/>.</param>
    /// <param name="cancel">Gives up waiting for the turn; work that has begun is finished.</param>
    /// <exception cref="InvalidDataException">The master is damaged.</exception>
    public Task<byte[]> Poster(byte[] master, CancellationToken cancel) => InTurn(() => PosterOf(master), cancel);

    /// <summary>Draws the picture that goes with a link, around a photo: a progressive JPEG.</summary>
    /// <param name="master">The bytes of <see cref="PhotoMaster.Jpeg"/>.</param>
    /// <param name="drawing">What stands beside the photo.</param>
    /// <param name="cancel">Gives up waiting for the turn; work that has begun is finished.</param>
    /// <exception cref="InvalidDataException">The master is damaged: it isn't what <see cref="Intake"/> made.</exception>
    public Task<byte[]> Draw(byte[] master, LinkDrawing drawing, CancellationToken cancel) => InTurn(() => drawing.Around(master), cancel);

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private static PhotoIntake TakeIn(string path)
    {
        try
        {
            return new PhotoIntake(MasterOf(path), null);
        }
        catch (VipsException)
        {
            return new PhotoIntake(null, PhotoRefusal.Damaged);
        }
    }

    private static PhotoMaster MasterOf(string path)
    {
        try
        {
            return MasterOf(path, Enums.FailOn.Warning);
        }
        catch (VipsException e) when (!e.Message.Contains("premature end", StringComparison.OrdinalIgnoreCase))
        {
            // Only a warning tells of a photo that was cut off and closed again, half of it gray. But decoders also warn of
            // things that do no harm, such as the odd scan headers that some phones write: those photos are taken.
            return MasterOf(path, Enums.FailOn.Error);
        }
    }

    private static PhotoMaster MasterOf(string path, Enums.FailOn failOn)
    {
        // Rows stream from the file through this to the encoder. A file that ends early or whose data is broken raises an
        // error only while they flow: a photo is whole when the last row has come out.
        using var shrunk = Image.Thumbnail(
            path, MasterSide, height: MasterSide, size: Enums.Size.Down, outputProfile: "srgb", failOn: failOn);
        using var opaque = shrunk.HasAlpha() ? shrunk.Flatten(background: White) : shrunk.Copy();
        using var rgb = opaque.Colourspace(Enums.Interpretation.Srgb);
        var jpeg = rgb.JpegsaveBuffer(q: 90, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        return new PhotoMaster(jpeg, rgb.Width, rgb.Height, ColorsOf(jpeg));
    }

    private static PhotoColors ColorsOf(byte[] master)
    {
        const int width = PhotoColors.Columns * 16, height = PhotoColors.Rows * 16;
        using var small = Image.ThumbnailBuffer(master, width, height: height, size: Enums.Size.Force);
        return PhotoColors.Of(small.WriteToMemory<byte>(), width, height);
    }

    private static byte[] PosterOf(byte[] master)
    {
        try
        {
            byte[] made = [];
            foreach (var (width, height) in PosterSizes)
            {
                using var picture = Image.ThumbnailBuffer(master, width, optionString: "[fail-on=error]", height: height, crop: Enums.Interesting.Centre);
                for (var quality = PhotoQuality.Of(PhotoFormat.WebP); quality > 0; quality -= PosterStep)
                    if ((made = picture.WebpsaveBuffer(q: quality, effort: 4, keep: Enums.ForeignKeep.None)).Length <= MostOfPoster)
                        return made;
            }

            return made;
        }
        catch (VipsException e)
        {
            throw new InvalidDataException("The photo's master can't be read.", e);
        }
    }

    private static byte[] Encode(byte[] master, int width, PhotoFormat format, int quality)
    {
        try
        {
            // From memory, unlike from a file, libvips gives the decoder only the options of this string, not its own failOn.
            using var picture = Image.ThumbnailBuffer(
                master, width, optionString: "[fail-on=error]", height: MasterSide, size: Enums.Size.Down);
            return format switch
            {
                PhotoFormat.Avif => picture.HeifsaveBuffer(
                    q: quality, compression: Enums.ForeignHeifCompression.Av1, effort: 3, keep: Enums.ForeignKeep.None),
                PhotoFormat.WebP => picture.WebpsaveBuffer(q: quality, effort: 4, keep: Enums.ForeignKeep.None),
                _ => picture.JpegsaveBuffer(q: quality, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None),
            };
        }
        catch (VipsException e)
        {
            throw new InvalidDataException("The photo's master can't be read.", e);
        }
    }

    private async Task<T> InTurn<T>(Func<T> work, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            FreedMemory.GiveBack();
            turn.Release();
        }
    }
}

/// <summary>What is kept of a photo, from which all variants are made.</summary>
/// <param name="Jpeg">
/// A baseline JPEG of quality 90 with full color. JPEG and not a lossless format: at 2,560 pixels it is about 1.5 MB where PNG is
/// 8 MB, it is decoded by rows and at half size for nothing, and its loss is gone after the halving that the widest variant takes.
/// </param>
/// <param name="Width">Pixels, upright.</param>
/// <param name="Height">Pixels, upright.</param>
/// <param name="Colors">The placeholder.</param>
internal sealed record PhotoMaster(byte[] Jpeg, int Width, int Height, PhotoColors Colors);

/// <summary>The answer to an uploaded file: exactly one of the two is given.</summary>
/// <param name="Master">What is kept, or null.</param>
/// <param name="Refusal">Why the file isn't taken, or null.</param>
internal readonly record struct PhotoIntake(PhotoMaster? Master, PhotoRefusal? Refusal);
