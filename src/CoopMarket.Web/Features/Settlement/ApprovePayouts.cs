using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>
/// A second admin lets a run go to the bank: all of it, exactly as she saw it, or nothing; none in which her own cooperative is paid. From here on it is booked as on its way,
/// and only somebody who has seen the bank's statement says what became of it.
/// </summary>
internal static class ApprovePayouts
{
    /// <param name="Run">The run's code.</param>
    /// <param name="Seen">The run's <see cref="PayoutRun.Seal"/> as she saw it.</param>
    internal sealed record Command(Actor Actor, string Run, string? Seen) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Run;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Seen).Must(s => s is { Length: 64 }).WithMessage("settlement.payouts.seen.flaw");
    }

    internal sealed class Handler(PayoutRuns runs, PayoutDues dues, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await runs.FindAsync(request.Run, cancellationToken) is not { } run)
                return new NotFound();
            if (await own.RefuseAsync(request.Actor, run.Kept.Select(p => p.Cooperative), cancellationToken) is { } hers)
                return hers;
            var outcome = run.Approve(request.Actor.Me, request.Seen!, await dues.OfAsync(run.Kept.Select(p => p.Cooperative), cancellationToken), time.Now());
            if (outcome.IsDone)
                await runs.BookAsync(EntryKind.Payout, run.Kept, cancellationToken);
            return outcome;
        }
    }
}
