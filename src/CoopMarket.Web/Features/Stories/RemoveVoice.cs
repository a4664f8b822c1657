using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories;

/// <summary>Takes a voice away for good, with what was agreed about it; its file is swept within two days.</summary>
internal static class RemoveVoice
{
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, RecordingId Recording) : ICommand, IForCooperative, ISerialized, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Telling;

        public string About => Recording.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Recording).NotEmpty().WithMessage("refusal.NotFound");
    }

    internal sealed class Handler(MarketDb db, StoryVoices.Row row) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await row.OneAsync(command.Cooperative, command.Recording, cancellationToken) is not { } recording)
                return new NotFound();
            recording.Remove();
            db.Remove(recording);
            db.RemoveRange(await db.Set<Consent>().Where(c => c.Kind == ConsentKind.Voice && c.About == recording.Id.Value).ToListAsync(cancellationToken));
            return Outcome.Done;
        }
    }
}
