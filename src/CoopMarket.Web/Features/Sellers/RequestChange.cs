using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Asks for another tax code, representative or bank account. The old ones stay until an admin approves; asking again changes the
/// open request.
/// </summary>
internal static class RequestChange
{
    internal sealed record Form
    {
        public string? TaxCode { get; set; }

        public string? Representative { get; set; }

        public string? BankBin { get; set; }

        public string? BankAccount { get; set; }

        public string? BankAccountName { get; set; }
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, Form Typed) : ICommand, IForCooperative, INeedsProof
    {
        public Proof Proof => Proof.Factor;

        public DeskRoles Allowed => DeskRoles.Manager;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c).Custom((command, context) =>
        {
            foreach (var flaw in ApplicationReading.Flaws(All(command.Typed)))
                context.AddFailure(new FluentValidation.Results.ValidationFailure(flaw.Path, flaw.Key) { CustomState = flaw.Args });
        });
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids, MoveBook moves) : IRequestHandler<Command, Outcome>
    {
        public async Task<Outcome> Handle(Command command, CancellationToken cancellationToken)
        {
            var cooperative = await db.Set<Cooperative>().SingleAsync(c => c.Id == command.Cooperative, cancellationToken);
            var origin = await db.Set<SellerApplication>().AsNoTracking().SingleAsync(a => a.Id == cooperative.Application, cancellationToken);
            var wanted = Steps.Aggregate(
                Held(cooperative) with { Papers = origin.Details.Papers, RulesVersion = origin.Details.RulesVersion },
                (details, step) => ApplicationReading.Read(details, step, All(command.Typed)));
            Flaw[] flaws = [.. Steps.SelectMany(step => SellerCheck.Flaws(wanted, step))];
            if (flaws.Length > 0)
                return Outcome.Invalid(flaws);

            var now = time.Now();
            var open = await db.Set<SellerApplication>().FirstOrDefaultAsync(a => a.OpenChangeOf == command.Cooperative, cancellationToken);
            if (open is null)
            {
                open = SellerApplication.Change(ids.New<SellerApplicationId>(), command.Actor.Me, command.Cooperative, wanted, now);
                db.Add(open);
                await moves.WriteAsync(open.Id, ApplicationState.Draft, open.State, command.Actor, "", cancellationToken);
                return Outcome.Done;
            }

            var before = open.State;
            if (open.Save(wanted, command.Actor.Me, now) is { } refusal || (before == ApplicationState.ChangesAsked && (refusal = open.Submit(now)) is not null))
                return refusal;
            if (before != open.State)
                await moves.WriteAsync(open.Id, before, open.State, command.Actor, "", cancellationToken);
            return Outcome.Done;
        }
    }

    private static ApplyStep[] Steps { get; } = [ApplyStep.TaxCode, ApplyStep.Representative, ApplyStep.Bank];

    /// <summary>What a cooperative holds now, as details.</summary>
    public static SellerDetails Held(Cooperative cooperative) => new()
    {
        Kind = cooperative.Kind,
        Name = cooperative.Name.Vi,
        EnglishName = cooperative.Name.Has("en") ? cooperative.Name.In("en") : "",
        LegalName = cooperative.LegalName,
        TaxCode = cooperative.TaxCode,
        Representative = cooperative.Representative,
        Province = cooperative.Province,
        CommuneCode = cooperative.CommuneCode,
        Commune = cooperative.Commune,
        Village = cooperative.Village,
        Phone = cooperative.Phone,
        BankBin = cooperative.BankBin,
        BankAccount = cooperative.BankAccount,
        BankAccountName = cooperative.BankAccountName,
        Makes = cooperative.Makes,
    };

    private static SaveApplication.Form All(Form typed) => new()
    {
        TaxCode = typed.TaxCode,
        Representative = typed.Representative,
        BankBin = typed.BankBin,
        BankAccount = typed.BankAccount,
        BankAccountName = typed.BankAccountName,
    };
}
