using CoopMarket.Domain.Income;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;

namespace CoopMarket.Web.Features.Income;

/// <summary>Takes a member into the book of income with her consent, or writes her down anew.</summary>
internal static class SaveMember
{
    internal sealed class Form
    {
        public string? Name { get; set; }

        public string? CommuneCode { get; set; }

        /// <summary>The day on which she agreed, in Vietnam.</summary>
        public DateOnly? AgreedOn { get; set; }

        /// <summary>She agreed that her name and income are written down.</summary>
        public bool Agreed { get; set; }

        /// <summary>She agreed to be named on the page of what she makes, too.</summary>
        public bool MayBeNamed { get; set; }
    }

    /// <param name="Member">Null for a new one.</param>
    internal sealed record Command(Actor Actor, CooperativeId Cooperative, ProducerId? Member, string? Name, string? CommuneCode, DateOnly? AgreedOn, bool Agreed, bool MayBeNamed)
        : ICommand<Outcome<ProducerId>>, IForCooperative, IAbout
    {
        public DeskRoles Allowed => DeskRoles.Manager;

        public string About => Member?.ToString() ?? "";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Must(Typed.IsName).WithMessage("income.flaw.name").WithState(_ => new object[] { Typed.MostName });
            RuleFor(c => c.CommuneCode).Must(c => string.IsNullOrEmpty(c) || Places.FindCommune(c) is not null).WithMessage("income.flaw.commune");
            RuleFor(c => c.AgreedOn).Must(d => d is { Year: > 2000 }).WithMessage("income.flaw.agreed-on");
            RuleFor(c => c.Agreed).Equal(true).WithMessage("income.flaw.agreed");
        }
    }

    internal sealed class Handler(MarketDb db, MemberPayments members, MemberLinks links, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<ProducerId>>
    {
        public async Task<Outcome<ProducerId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = time.Now();
            if (command.AgreedOn > VietnamDay.Of(now))
                return Outcome<ProducerId>.Invalid(nameof(Form.AgreedOn), "income.flaw.agreed-later");
            MemberDetails details = new(Typed.Name(command.Name), command.CommuneCode ?? "", command.AgreedOn!.Value, command.MayBeNamed);
            if (command.Member is { } known)
            {
                if (await members.MemberAsync(command.Cooperative, known, cancellationToken) is not { } found)
                    return new NotFound();
                found.Tell(details);
                return known;
            }

            var producer = Producer.Add(ids.New<ProducerId>(), command.Cooperative, details, now);
            var (hash, sealedLink) = links.New();
            producer.GiveLink(hash, sealedLink, now);
            db.Add(producer);
            return producer.Id;
        }
    }
}
