using System.Security.Cryptography;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Images;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Photos;

/// <summary>
/// The first half of adding a photo, outside any transaction: checks the file, decodes it whole and keeps its master.
/// What no <see cref="AddPhoto"/> follows is swept after a day.
/// </summary>
internal static class TakeInPhoto
{
    /// <param name="Actor">Who sends it.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Subject">What it shows.</param>
    /// <param name="File">The path of the uploaded file, under a name of our own.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, PhotoSubject Subject, string File)
        : ICommand<Outcome<Picture>>, IForCooperative, IUntransacted, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Subject.Id.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.File).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(PhotoOwners owners, PhotoRow row, Masters masters) : IRequestHandler<Command, Outcome<Picture>>
    {
        public async Task<Outcome<Picture>> Handle(Command command, CancellationToken cancellationToken)
        {
            // A file that comes again, because the answer to the first time was lost on the way, costs nothing.
            if (await owners.OwnsAsync(command.Cooperative, command.Subject, cancellationToken)
                && await row.SameAsync(command.Subject, await Masters.HashAsync(command.File, cancellationToken), cancellationToken) is { } same)
                return new Picture(same.Hash, same.Width, same.Height, same.Colors);
            if (await owners.RoomAsync(command.Cooperative, command.Subject, cancellationToken) is { } refusal)
                return refusal;
            var (picture, why) = await masters.TakeInAsync(command.File, cancellationToken);
            return picture is null ? Outcome<Picture>.Invalid("File", "photos.refused." + why) : picture;
        }
    }
}

/// <summary>Makes and keeps masters.</summary>
internal sealed class Masters(IBlobs blobs, PhotoWorks works)
{
    private const int HashLength = 32;

    /// <summary>The name under which a file's picture is kept: the first 128 bits of its SHA-256.</summary>
    public static async Task<string> HashAsync(string file, CancellationToken cancellationToken)
    {
        await using var bytes = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken))[..HashLength];
    }

    /// <summary>Decodes a file and keeps its master; exactly one of the two answers is given.</summary>
    public async Task<(Picture? Picture, PhotoRefusal? Refusal)> TakeInAsync(string file, CancellationToken cancellationToken)
    {
        var intake = await works.Intake(file, cancellationToken);
        if (intake.Master is not { } master)
            return (null, intake.Refusal);
        var hash = await HashAsync(file, cancellationToken);
        using var jpeg = new MemoryStream(master.Jpeg);
        await blobs.Put(Variants.MasterKey(hash), jpeg, "image/jpeg", cancellationToken);
        return (new(hash, master.Width, master.Height, master.Colors.ToString()), null);
    }
}
