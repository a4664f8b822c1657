using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Introduces a woman who makes what the cooperative sells, with her consent, or tells of her anew.</summary>
internal static class IntroduceMaker
{
    private const int Short = 80;
    private const int Text = 600;

    internal sealed record Form
    {
        /// <summary>Null for a new maker.</summary>
        public MakerId? Maker { get; set; }

        public string? Name { get; set; }

        public string? Village { get; set; }

        public string? About { get; set; }

        public string? AboutEn { get; set; }

        public string? AboutFr { get; set; }

        /// <summary>She agreed to be named.</summary>
        public bool Agreed { get; set; }
    }

    internal sealed record Command(Actor Actor, CooperativeId Cooperative, Form Typed) : ICommand<Outcome<MakerId>>, IForCooperative
    {
        public DeskRoles Allowed => DeskRoles.Telling;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Typed.Name).IsTold(Short).Must(n => Told.Clean(n, Short).Length > 0).OverridePropertyName(nameof(Form.Name)).WithMessage("sellers.flaw.maker.name");
            RuleFor(c => c.Typed.Village).IsTold(Short).OverridePropertyName(nameof(Form.Village));
            RuleFor(c => c.Typed.About).IsTold(Text).OverridePropertyName(nameof(Form.About));
            RuleFor(c => c.Typed.AboutEn).IsTold(Text).OverridePropertyName(nameof(Form.AboutEn));
            RuleFor(c => c.Typed.AboutFr).IsTold(Text).OverridePropertyName(nameof(Form.AboutFr));
            RuleFor(c => c.Typed.Agreed).Equal(true).OverridePropertyName(nameof(Form.Agreed)).WithMessage("sellers.flaw.maker.agreed");
        }
    }

    internal sealed class Handler(MarketDb db, TimeProvider time, Ids ids) : IRequestHandler<Command, Outcome<MakerId>>
    {
        public async Task<Outcome<MakerId>> Handle(Command command, CancellationToken cancellationToken)
        {
            var typed = command.Typed;
            var (name, village, about) = (Told.Clean(typed.Name, Short), Told.Clean(typed.Village, Short), Told.Of(typed.About, typed.AboutEn, Text, typed.AboutFr));
            if (typed.Maker is not { } known)
            {
                var maker = Maker.Introduce(ids.New<MakerId>(), command.Cooperative, name, village, about, time.Now());
                db.Add(maker);
                return maker.Id;
            }

            var found = await db.Set<Maker>().FirstOrDefaultAsync(m => m.Id == known && m.Cooperative == command.Cooperative && m.LeftAt == null, cancellationToken);
            if (found is null)
                return new NotFound();
            found.Tell(name, village, about);
            return found.Id;
        }
    }
}
