using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Payments;

/// <summary>An admin writes down money that came or went off the bank's statement, by its reference: told again by the bank's feed, it counts once.</summary>
internal static class RecordTransfer
{
    // Older money is a year that was closed; a slip in the year is likelier.
    private static readonly TimeSpan LongestBack = TimeSpan.FromDays(400);

    internal sealed class Form
    {
        public string? Reference { get; set; }

        public string? Amount { get; set; }

        public string? Text { get; set; }

        public DateOnly? Day { get; set; }

        public TransferDirection Direction { get; set; }

        public bool IsAnother { get; set; }
    }

    /// <param name="IsAnother">Whether she says that it is none of the transfers that are like it.</param>
    internal sealed record Command(Actor Actor, string? Reference, string? Amount, string? Text, DateOnly? Day, TransferDirection Direction = TransferDirection.In, bool IsAnother = false)
        : ICommand<Outcome<MoneyInId>>, IForAdmin, IAbout, INeedsProof
    {
        // What is typed here counts as paid: no bank says so too.
        public Proof Proof => Proof.Factor;

        // As it is stored, so that an order's record finds it.
        public string About => CleanText.OneLine(Reference).ToUpperInvariant();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Reference).Must(r => CleanText.Read(r, 60, out _) == TextVerdict.Clean).WithMessage("payments.record.reference.flaw");
            RuleFor(c => c.Amount).Must(a => TypedNumber.ReadDong(a, 1, Money.Most, out _) == NumberVerdict.Whole).WithMessage("payments.record.amount.flaw");
            RuleFor(c => c.Text).Must(t => CleanText.Read(t, 500, out _) is TextVerdict.Clean or TextVerdict.Empty).WithMessage("payments.record.text.flaw");
            RuleFor(c => c.Direction).IsInEnum().WithMessage("payments.record.direction.flaw");
            RuleFor(c => c.Day).NotNull().WithMessage("payments.record.day.flaw");
        }
    }

    internal sealed class Handler(BankLines lines, KnownLines known, RecordPayment record, OwnOrders own, BankTransferSettings bank, TimeProvider time) : IRequestHandler<Command, Outcome<MoneyInId>>
    {
        public async Task<Outcome<MoneyInId>> Handle(Command request, CancellationToken cancellationToken)
        {
            _ = CleanText.Read(request.Reference, 60, out var reference);
            _ = CleanText.Read(request.Text, 500, out var text);
            _ = TypedNumber.ReadDong(request.Amount, 1, Money.Most, out var dong);
            var booked = VietnamDay.Begin(request.Day!.Value);
            if (booked > time.Now() || booked < time.Now() - LongestBack)
                return Outcome<MoneyInId>.Invalid(nameof(request.Day), "payments.record.day.flaw");

            if (request.Direction == TransferDirection.In && await own.RefuseAsync(request.Actor, text, cancellationToken) is { } hers)
                return hers;

            // A person may type the reference in small letters; banks write capitals.
            reference = reference.ToUpperInvariant();
            BankLine line = new(MoneySource.ByHand, reference, Banks.Find(bank.Bin)?.ShortName ?? "", reference, new(dong, text, request.Direction, bank.AccountNumber), booked);
            var stored = await lines.StoreAsync(line, cancellationToken, request.IsAnother);
            if (stored is null)
                return new TransferKnown();
            // After storing, which is one at a time: nobody else writes down the same meanwhile. The refusal takes it back.
            if (!request.IsAnother && await known.AlikeAsync(line, cancellationToken) is { } alike)
                return alike;
            if (stored.State == MoneyInState.Received)
                await record.ApplyAsync(stored, cancellationToken);
            return stored.Id;
        }
    }
}
