100,000+ Movie Reviews from Kazakhstan: Russian, Kazakh, and Code-Switched Texts
AgentForesight: Online Auditing for Early Failure Prediction in Multi-Agent Systems
Auto-Rubric as Reward: From Implicit Preferences to Explicit Multimodal Generative Criteria
Can Muon Fine-tune Adam-Pretrained Models?
CapVector: Learning Transferable Capability Vectors in Parametric Space for Vision-Language-Action Models
CollabVR: Collaborative Video Reasoning with Vision-Language and Video Generation Models
DECO: Sparse Mixture-of-Experts with Dense-Comparable Performance on End-Side Devices
DeltaRubric: Generative Multimodal Reward Modeling via Joint Planning and Verification
Dynamic Skill Lifecycle Management for Agentic Reinforcement Learning
Dystruct: Dynamically Structured Diffusion Language Model Decoding via Bayesian Inference
FORTIS: Benchmarking Over-Privilege in Agent Skills
FlashEvolve: Accelerating Agent Self-Evolution with Asynchronous Stage Orchestration
G-Zero: Self-Play for Open-Ended Generation from Zero Data
Geometry Conflict: Explaining and Controlling Forgetting in LLM Continual Post-Training
Injecting Distributional Awareness into MLLMs via Reinforcement Learning for Deep Imbalanced Regression
LLaVA-UHD v4: What Makes Efficient Visual Encoding in MLLMs?
LLiMba: Sardinian on a Single GPU -- Adapting a 3B Language Model to a Vanishing Romance Language
Make Each Token Count: Towards Improving Long-Context Performance with KV Cache Eviction
Mela: Test-Time Memory Consolidation based on Transformation Hypothesis
Memory-Efficient Looped Transformer: Decoupling Compute from Memory in Looped Language Models
Metal-Sci: A Scientific Compute Benchmark for Evolutionary LLM Kernel Search on Apple Silicon
Model Merging Scaling Laws in Large Language Models
MuSS: A Large-Scale Dataset and Cinematic Narrative Benchmark for Multi-Shot Subject-to-Video Generation
NanoResearch: Co-Evolving Skills, Memory, and Policy for Personalized Research Automation
Omni-Persona: Systematic Benchmarking and Improving Omnimodal Personalization
PaperFit: Vision-in-the-Loop Typesetting Optimization for Scientific Documents
Pixal3D: Pixel-Aligned 3D Generation from Images
Pushing Biomolecular Utility-Diversity Frontiers with Supergroup Relative Policy Optimization
Qwen-Image-2.0 Technical Report
Rebellious Student: Reversing Teacher Signals for Reasoning Exploration with Self-Distilled RLVR
Reinforcing Multimodal Reasoning Against Visual Degradation
RigidFormer: Learning Rigid Dynamics using Transformers
RoboMemArena: A Comprehensive and Challenging Robotic Memory Benchmark
SEIF: Self-Evolving Reinforcement Learning for Instruction Following
Scratchpad Patching: Decoupling Compute from Patch Size in Byte-Level Language Models
Shaping Schema via Language Representation as the Next Frontier for LLM Intelligence Expanding
Shepherd: A Runtime Substrate Empowering Meta-Agents with a Formalized Execution Trace
SimWorld Studio: Automatic Environment Generation with Evolving Coding Agent for Embodied Agent Learning
SlimQwen: Exploring the Pruning and Distillation in Large MoE Model Pre-training
SlimSpec: Low-Rank Draft LM-Head for Accelerated Speculative Decoding
Soohak: A Mathematician-Curated Benchmark for Evaluating Research-level Math Capabilities of LLMs
SplatWeaver: Learning to Allocate Gaussian Primitives for Generalizable Novel View Synthesis
Sub-JEPA: Subspace Gaussian Regularization for Stable End-to-End World Models
TD3B: Transition-Directed Discrete Diffusion for Allosteric Binder Generation
TMAS: Scaling Test-Time Compute via Multi-Agent Synergy
The Alpha Blending Hypothesis: Compositing Shortcut in Deepfake Detection
Training-Free Dense Hand Contact Estimation with Multi-Modal Large Language Models
Uncovering Entity Identity Confusion in Multimodal Knowledge Editing
WorldReasonBench: Human-Aligned Stress Testing of Video Generators as Future World-State Predictors
X-OmniClaw Technical Report: A Unified Mobile Agent for Multimodal Understanding and Interaction
