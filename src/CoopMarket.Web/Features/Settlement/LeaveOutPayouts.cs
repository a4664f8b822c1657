using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>An admin takes one cooperative out of a draft, or drops the whole draft. What stands for it is drafted again another day.</summary>
internal static class LeaveOutPayouts
{
    /// <param name="Run">The run's code.</param>
    /// <param name="Position">The payout's place in it; null for all.</param>
    internal sealed record Command(Actor Actor, string Run, int? Position) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Position is null ? Run : $"{Run} {Position}";
    }

    internal sealed class Validator : AbstractValidator<Command>;

    internal sealed class Handler(PayoutRuns runs, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
            => await runs.FindAsync(request.Run, cancellationToken) is { } run ? run.LeaveOut(request.Position, request.Actor.Me, time.Now()) : new NotFound();
    }
}
