using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Income.Contract;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Income;

/// <summary>Writes down that a member was paid, in cash or by transfer: never more than she is owed, unless it is called an advance.</summary>
internal static class PayMember
{
    internal sealed class Form
    {
        /// <summary>What she was owed when the form was opened, in đồng.</summary>
        public long? Seen { get; set; }

        public string? Amount { get; set; }

        public MemberPaymentWay? Way { get; set; } = MemberPaymentWay.Cash;

        public bool IsAdvance { get; set; }
    }

    /// <param name="Amount">In đồng as typed.</param>
    /// <param name="Seen">What she was owed when the form was opened, in đồng: pressed twice, it is paid once. Null where nothing was shown.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProducerId Member, string? Amount, MemberPaymentWay? Way, bool IsAdvance, long? Seen = null)
        : ICommand<Outcome<MemberPaymentId>>, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Member.ToString();
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Amount).Must(a => TypedNumber.ReadDong(a, 1, Money.Most, out _) == NumberVerdict.Whole).WithMessage("income.flaw.amount");
            RuleFor(c => c.Way).Must(w => w is { } way && Enum.IsDefined(way)).WithMessage("income.flaw.way");
        }
    }

    internal sealed class Handler(MarketDb db, MemberPayments payments, MemberBalances balances, MemberLinks links, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<MemberPaymentId>>
    {
        public async Task<Outcome<MemberPaymentId>> Handle(Command command, CancellationToken cancellationToken)
        {
            await payments.LockAsync(command.Member, cancellationToken);
            if (await payments.MemberAsync(command.Cooperative, command.Member, cancellationToken) is not { } member)
                return new NotFound();
            var owed = await balances.OwedAsync(member.Id, cancellationToken);
            if (command.Seen is { } seen && seen != owed.Minor)
                return new OwedMoved(owed.Minor);
            var recorded = MemberPayment.Record(
                ids.New<MemberPaymentId>(), member, Money.Dong(Typed.Dong(command.Amount)), command.Way!.Value, command.IsAdvance,
                owed, command.Actor.Person, links.NewCode(), time.Now());
            if (!recorded.IsDone)
                return recorded.Refusal!;
            db.Add(recorded.Value);
            db.Add(IncomeEntry.OfPayment(ids.New<IncomeEntryId>(), recorded.Value, time.Now()));
            return recorded.Value.Id;
        }
    }
}
