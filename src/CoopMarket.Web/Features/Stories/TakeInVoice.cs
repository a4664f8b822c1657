using System.Security.Cryptography;
using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Adapters.Blobs;
using CoopMarket.Web.Adapters.Sounds;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Stories;

/// <summary>The first half of adding a voice, outside any transaction: looks into the file and keeps it. What no <see cref="AddVoice"/> follows is swept after a day.</summary>
internal static class TakeInVoice
{
    /// <param name="Actor">Who sends it.</param>
    /// <param name="Cooperative">Whose desk.</param>
    /// <param name="Story">Which story.</param>
    /// <param name="Content">The whole file; empty where none was sent.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story, byte[] Content) : ICommand<Outcome<Sound>>, IForCooperative, IUntransacted, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Content).NotNull().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(StoryVoices.Row row, Voices voices) : IRequestHandler<Command, Outcome<Sound>>
    {
        public async Task<Outcome<Sound>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await row.RoomAsync(command.Cooperative, command.Story, cancellationToken) is { } refusal)
                return refusal;
            var (sound, why) = await voices.KeepAsync(command.Content, cancellationToken);
            return sound is null ? Outcome<Sound>.Invalid("File", "stories.sound." + why) : sound;
        }
    }
}

/// <summary>The files of voices.</summary>
internal sealed class Voices(IBlobs blobs)
{
    /// <summary>Where they lie among the market's files.</summary>
    public const string Folder = "voices/";

    private const int HashLength = 32;

    /// <summary>The key of a file.</summary>
    public static string Key(string hash, SoundKind kind) => $"{Folder}{hash}.{SoundFile.Ending(kind)}";

    /// <summary>Looks into a file and keeps it; exactly one of the two answers is given.</summary>
    public async Task<(Sound? Sound, SoundRefusal? Refusal)> KeepAsync(byte[] content, CancellationToken cancellationToken)
    {
        var (file, refusal) = SoundFile.Read(content);
        if (file is null)
            return (null, refusal);
        Sound sound = new(Convert.ToHexStringLower(SHA256.HashData(file.Content))[..HashLength], file.Kind, file.Content.Length, file.Milliseconds);
        using var kept = new MemoryStream(file.Content);
        await blobs.Put(Key(sound.Hash, sound.Kind), kept, SoundFile.ContentType(sound.Kind), cancellationToken);
        return (sound, null);
    }

    /// <summary>A file from its start; null where there is none.</summary>
    public Task<Stream?> OpenAsync(string hash, SoundKind kind, CancellationToken cancellationToken) => blobs.OpenRead(Key(hash, kind), cancellationToken);
}
