using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>The second half: a file that was taken in is a voice of the story. Nobody hears it before it is written down and agreed to.</summary>
internal static class AddVoice
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, StoryId Story, Sound Sound) : ICommand<Outcome<RecordingId>>, IForCooperative, ISerialized, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Story.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Sound).NotNull().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(MarketDb db, StoryVoices.Row row, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<RecordingId>>
    {
        public async Task<Outcome<RecordingId>> Handle(Command command, CancellationToken cancellationToken)
        {
            // The same file sent twice, because the answer to the first time was lost on the way, is one voice.
            if (await db.Set<Recording>().FirstOrDefaultAsync(r => r.Story == command.Story && r.Cooperative == command.Cooperative && r.Hash == command.Sound.Hash, cancellationToken) is { } same)
                return same.Id;
            if (await row.RoomAsync(command.Cooperative, command.Story, cancellationToken) is { } refusal)
                return refusal;
            var recording = Recording.Add(ids.New<RecordingId>(), command.Cooperative, command.Story, command.Sound, time.Now());
            db.Add(recording);
            return recording.Id;
        }
    }
}
