using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>An admin has looked at the bank's statement and writes down what became of a payout that was on its way.</summary>
internal static class RecordPayoutResult
{
    private const int LongestReference = 60;
    private const int LongestReason = 200;

    /// <param name="Run">The run's code.</param>
    /// <param name="Position">The payout's place in it; null for all that are on their way, where the bank paid them under one reference.</param>
    /// <param name="IsPaid">Whether the bank paid; it failed otherwise, one at a time.</param>
    /// <param name="Reference">The bank's, where it paid.</param>
    /// <param name="Reason">What the bank said, where it did not.</param>
    internal sealed record Command(Actor Actor, string Run, int? Position, bool IsPaid, string? Reference = null, string? Reason = null) : ICommand, IForAdmin, INeedsProof, ISerialized, IAbout
    {
        public Proof Proof => Proof.Factor;

        public string About => Position is null ? Run : $"{Run} {Position}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reference).Must(t => CleanText.Read(t, LongestReference, out _) == TextVerdict.Clean).When(c => c.IsPaid).WithMessage("payments.record.reference.flaw");
            RuleFor(c => c.Reason).Must(t => CleanText.Read(t, LongestReason, out _) == TextVerdict.Clean).When(c => !c.IsPaid).WithMessage("settlement.payouts.reason.flaw");
            RuleFor(c => c.Position).NotNull().When(c => !c.IsPaid).WithMessage("settlement.payouts.reason.flaw");
        }
    }

    internal sealed class Handler(PayoutRuns runs, OwnDesk own, TimeProvider time) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await runs.FindAsync(request.Run, cancellationToken) is not { } run)
                return new NotFound();
            return request.IsPaid ? await PaidAsync(run, request, cancellationToken) : await FailedAsync(run, request, cancellationToken);
        }

        private async Task<Outcome> PaidAsync(PayoutRun run, Command request, CancellationToken cancellationToken)
        {
            _ = CleanText.Read(request.Reference, LongestReference, out var reference);
            // Banks write capitals, and give no reference twice.
            reference = reference.ToUpperInvariant();
            if (await runs.IsUsedAsync(reference, run.Id, cancellationToken))
                return new ReferenceUsed();
            var outcome = run.RecordPaid(request.Position, reference, request.Actor.Me, time.Now(), out var paid);
            await runs.BookAsync(EntryKind.PayoutPaid, paid, cancellationToken);
            return outcome;
        }

        private async Task<Outcome> FailedAsync(PayoutRun run, Command request, CancellationToken cancellationToken)
        {
            // What failed is owed again, and paid again.
            if (await own.RefuseAsync(request.Actor, run.Payouts.Where(p => p.Position == request.Position).Select(p => p.Cooperative), cancellationToken) is { } hers)
                return hers;
            _ = CleanText.Read(request.Reason, LongestReason, out var reason);
            var outcome = run.RecordFailed(request.Position!.Value, reason, request.Actor.Me, time.Now());
            if (outcome.IsDone)
                await runs.BookAsync(EntryKind.PayoutFailed, run.Payouts.Where(p => p.Position == request.Position), cancellationToken);
            return outcome;
        }
    }
}
