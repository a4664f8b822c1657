namespace CoopMarket.Web.Pipeline;

/// <summary>How sure the market must be that it is she herself, not whoever holds her open phone.</summary>
internal enum Proof
{
    /// <summary>Her second factor within the last minutes where she has one; the form itself asks for her password.</summary>
    FactorIfAny,

    /// <summary>Her second factor within the last minutes, or her password where she has none.</summary>
    Lately,

    /// <summary>Her second factor within the last minutes; whoever has none sets one up first. For payouts and bank accounts.</summary>
    Factor,
}

/// <summary>A right alone is not enough for this: <see cref="Authorize{TRequest, TResponse}"/> asks when she last proved who she is.</summary>
internal interface INeedsProof : IForSomeone
{
    /// <summary>How long a proof lasts.</summary>
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    Proof Proof { get; }
}

/// <summary>She may, once she has proved that it is she: the shop asks, and goes on with what she typed.</summary>
/// <param name="mustSetUp">She has no second factor yet.</param>
internal sealed class ProofNeededException(string request, Actor actor, bool mustSetUp) : Exception($"{actor} must prove who she is before {request}")
{
    public Actor Actor { get; } = actor;

    public bool MustSetUp { get; } = mustSetUp;
}
